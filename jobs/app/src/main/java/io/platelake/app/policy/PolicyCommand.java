package io.platelake.app.policy;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake policy}. */
@Command(
    name = "policy",
    description = "Policies as data: check, explain, compare, foresee, adopt, review.",
    subcommands = {
      PolicyValidateCommand.class,
      PolicyExplainCommand.class,
      PolicyDiffCommand.class,
      PolicyImpactCommand.class,
      PolicyAdoptCommand.class,
      PolicyReviewCommand.class
    })
public final class PolicyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
