package io.platelake.app.land.check;

import io.platelake.app.job.JobRunner;
import io.platelake.app.land.FeedLandCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake feed}. */
@Command(
    name = "feed",
    description = "Feeds: what a feed file makes of raw files, and what waits for all feeds.",
    subcommands = {FeedCheckCommand.class, FeedLandCommand.class})
public final class FeedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
