package io.platelake.app.research;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake extract}. */
@Command(
    name = "extract",
    description = "Research releases: aggregates that an approval covers, and nothing else.",
    subcommands = {
      ExtractRequestCommand.class,
      ExtractApproveCommand.class,
      ExtractRunCommand.class,
      ExtractListCommand.class
    })
public final class ExtractCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
