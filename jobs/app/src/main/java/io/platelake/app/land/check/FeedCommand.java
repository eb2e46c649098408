package io.platelake.app.land.check;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake feed}. */
@Command(
    name = "feed",
    description = "Feed files: what a feed makes of its raw files.",
    subcommands = FeedCheckCommand.class)
public final class FeedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
