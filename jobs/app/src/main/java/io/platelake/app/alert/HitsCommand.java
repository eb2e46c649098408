package io.platelake.app.alert;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake hits}. */
@Command(
    name = "hits",
    description =
        "List hits, rule out false matches, and find what a bad read or entry has reached.",
    subcommands = {
      HitsListCommand.class,
      HitsSuppressCommand.class,
      HitsUnsuppressCommand.class,
      HitsSuppressedCommand.class,
      HitsNoticeCommand.class
    })
public final class HitsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
