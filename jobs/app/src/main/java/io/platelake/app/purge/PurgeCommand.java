package io.platelake.app.purge;

import io.platelake.app.job.JobRunner;
import io.platelake.app.purge.plan.PurgeApproveCommand;
import io.platelake.app.purge.plan.PurgePlanCommand;
import io.platelake.app.purge.run.PurgeRunCommand;
import io.platelake.app.purge.verify.PurgeCheckCommand;
import io.platelake.app.purge.verify.PurgeKeyCommand;
import io.platelake.app.purge.verify.PurgeVerifyCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake purge}. */
@Command(
    name = "purge",
    description = "Plan, run and verify the deletion of due data.",
    subcommands = {
      PurgePlanCommand.class,
      PurgeApproveCommand.class,
      PurgeRunCommand.class,
      PurgeVerifyCommand.class,
      PurgeCheckCommand.class,
      PurgeKeyCommand.class
    })
public final class PurgeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
