package io.platelake.app.alert;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake outcomes}. */
@Command(
    name = "outcomes",
    description = "What was done about alerts, what came of them, and how often they were true.",
    subcommands = {
      OutcomesLoadCommand.class,
      OutcomesCheckCommand.class,
      OutcomesRatesCommand.class
    })
public final class OutcomesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
