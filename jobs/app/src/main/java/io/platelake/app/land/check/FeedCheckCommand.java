package io.platelake.app.land.check;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.option.InputFiles;
import io.platelake.core.Ids;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.trial.TrialLanding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake feed check}: needs no lake and no Spark, and writes nothing. */
@Command(
    name = "check",
    description = "Show what landing would make of raw files, and every mistake of a feed file.")
@CommandContract(
    result = FeedCheckResult.class,
    example = "feed check north.yaml inbox/north/day.json",
    finding = "no record is a read, or an unusual share was quarantined, refused or repeated")
public final class FeedCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Judge times, purpose and positions by this policy as well.")
  private Path policy;

  @Option(
      names = "--cameras",
      paramLabel = "FILE",
      description = "Look the cameras up in this camera file; needs --policy.")
  private Path cameras;

  @Option(
      names = "--zones",
      paramLabel = "FILE",
      description = "Exclude reads at these protected places; needs --policy.")
  private Path zones;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many of the first records to show (default: ${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--show-plates",
      description = "Show plates as they are; without it AAA999 stands for letters and digits.")
  private boolean showPlates;

  @Parameters(index = "0", paramLabel = "FILE", description = "Feed definition.")
  private Path feedFile;

  @Parameters(
      index = "1..*",
      paramLabel = "RAW",
      description = "Raw files, or folders of them; none checks the feed file alone.")
  private List<Path> raw;

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::check, JobResult::of);
  }

  private FeedCheckResult check(Instant asOf) {
    FeedDefinition feed = FeedDefinition.read(InputFiles.text(feedFile), feedFile.toString());
    Ids.checkFeed("Feed file " + feedFile + ", id", feed.id());
    TrialRules rules = TrialRules.read(policy, cameras, zones, feed, asOf);
    TrialLanding trial = new TrialLanding(feed, rules.rulebook(), Math.max(0, records));
    List<Path> files = RawTrial.files(raw == null ? List.of() : raw);
    files.forEach(file -> RawTrial.read(file, feed, trial));
    return FeedCheckResult.of(feed, files.size(), trial, rules.notes(), showPlates);
  }
}
