package io.platelake.app.land.quarantine;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.land.LandJob;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.site.LandedFile;
import io.platelake.app.ledger.site.LandingLedger;
import io.platelake.app.ledger.site.WaitingFile;
import io.platelake.core.access.Permission;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code platelake quarantine release}: judges the waiting records of a feed again, by the rules of
 * today. It reads the raw files where they still are, and the kept texts of the records otherwise.
 */
@Command(
    name = "release",
    description =
        "Judge the waiting records of a feed again by its file as it is now, and land them.")
@CommandContract(
    needs = Permission.OPERATE,
    result = ReleaseResult.class,
    example = "quarantine release --feed north.yaml",
    failed = "a file changed meanwhile, another run lands the feed, or it failed; run it again",
    refused = "no policy in force, a purpose it does not name, or a file of a broken batch is gone",
    finding = "all is accounted for, and an unusual share is still quarantined or was refused")
public final class QuarantineReleaseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--feed",
      required = true,
      paramLabel = "FILE",
      description = "Feed definition, repaired.")
  private Path feedFile;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Raw files or folders of them, where the lake does not know their place.")
  private List<String> paths = List.of();

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> QuarantinedFeed.read(feedFile), this::run);
  }

  private JobResult run(JobContext job, FeedDefinition defined) throws IOException {
    job.standing().requireAgency(defined.agency());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), defined.agency(), job.asOf());
    boolean images = policy.policy().purpose(defined.purpose()).keepsImages();
    FeedDefinition feed = images ? defined : defined.withoutImages();
    Lake lake = job.lake().serving(feed.purpose());
    Map<String, WaitingFile> waiting = WaitingFile.of(lake, feed);
    LandingLedger ledger = new LandingLedger(lake, feed);
    Map<String, LandedFile> accounts = ledger.accounts(waiting.keySet());
    Map<String, String> raw = RawPlaces.find(lake, feed, paths, waiting.keySet());
    Map<String, Long> kept = new TreeMap<>();
    waiting.values().stream()
        .filter(f -> !raw.containsKey(f.digest()) && f.withText() > 0)
        .filter(f -> accounts.containsKey(f.digest()))
        .forEach(f -> kept.put(f.digest(), accounts.get(f.digest()).plan().bytes()));
    LandJob.Outcome outcome =
        LandJob.run(job, feed, policy, List.copyOf(raw.values()), kept, Optional.empty());
    long left = WaitingFile.of(lake, feed).values().stream().mapToLong(WaitingFile::records).sum();
    boolean unusual =
        ledger.accounts(waiting.keySet()).values().stream()
            .anyMatch(file -> file.unusual().contains(LandingShare.QUARANTINED));
    return JobResult.of(
            ReleaseResult.of(feed, waiting.values(), raw.size(), left, unusual, outcome))
        .under(feed.agency(), policy.version());
  }
}
