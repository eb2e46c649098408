package io.platelake.app.report;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake report}. */
@Command(
    name = "report",
    description = "Reports for the public, from counts that outlive the reads.",
    subcommands = {ReportAnnualCommand.class})
public final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
