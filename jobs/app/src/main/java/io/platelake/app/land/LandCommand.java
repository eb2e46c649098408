package io.platelake.app.land;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Ids;
import io.platelake.app.job.InputFiles;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.land.Fate;
import io.platelake.core.land.ImageCount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake land}. */
@Command(
    name = "land",
    description = "Land raw files of one feed, each event once, every record accounted for.")
@CommandContract(
    example = "land --feed north.yaml inbox/north",
    failed =
        "a file changed during landing, another run lands the feed, or it failed; run it again",
    refused = "no policy in force, a purpose it does not name, or a file of a broken batch is gone")
public final class LandCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--feed",
      required = true,
      paramLabel = "FILE",
      description = "Feed definition: adapter, agency, purpose, cameras, time zone.")
  private Path feedFile;

  @Option(
      names = "--batch-bytes",
      paramLabel = "N",
      description = "Raw text that lands together; by default what memory holds.")
  private Long batchBytes;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Raw files, or folders of them.")
  private List<String> paths;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) throws IOException {
    if (batchBytes != null && batchBytes < 1) {
      throw new BadInput("--batch-bytes", "it is no number above zero", "Write 4000000000.");
    }
    FeedDefinition defined = FeedDefinition.read(InputFiles.text(feedFile), feedFile.toString());
    Ids.check("Feed file " + feedFile + ", id", defined.id());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), defined.agency(), job.asOf());
    // Refused here when the policy does not know the purpose.
    boolean images = policy.policy().purpose(defined.purpose()).keepsImages();
    FeedDefinition feed = images ? defined : defined.withoutImages();
    LandJob.Outcome outcome =
        LandJob.run(job, feed, policy, paths, Optional.ofNullable(batchBytes));
    JobResult result = result(feed, outcome).under(feed.agency(), policy.version());
    return outcome.changed() == 0 ? result : result.ending(RunOutcome.FAILED);
  }

  private static JobResult result(FeedDefinition feed, LandJob.Outcome outcome) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("files", outcome.files().size() + outcome.known());
    counts.put("files_known", outcome.known());
    counts.put("records", outcome.knownRecords());
    for (Fate fate : Fate.values()) {
      counts.put(fate.name().toLowerCase(Locale.ROOT), 0L);
    }
    counts.put("duplicate", outcome.knownRecords());
    ImageCount images =
        outcome.files().stream().map(FileAccount::images).reduce(ImageCount.NONE, ImageCount::plus);
    counts.put("images_kept", images.kept());
    counts.put("images_dropped", images.dropped());
    Map<String, Long> refusedBy = new TreeMap<>();
    Map<String, Long> quarantinedBy = new TreeMap<>();
    for (FileAccount account : outcome.files()) {
      counts.merge("records", account.records(), Long::sum);
      account
          .fates()
          .forEach((f, n) -> counts.merge(f.name().toLowerCase(Locale.ROOT), n, Long::sum));
      account.refusedBy().forEach((reason, n) -> refusedBy.merge(reason, n, Long::sum));
      account.quarantinedBy().forEach((reason, n) -> quarantinedBy.merge(reason, n, Long::sum));
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("feed", feed.id());
    details.put("resumed_batches", outcome.resumed());
    details.put("changed_files", outcome.changed());
    details.put("refused_by", refusedBy);
    details.put("quarantined_by", quarantinedBy);
    details.put("images_dropped_by", images.droppedBy());
    return JobResult.done(counts)
        .with(details)
        .saying(lines(feed, counts, refusedBy, quarantinedBy, images, outcome.changed()));
  }

  private static List<String> lines(
      FeedDefinition feed,
      Map<String, Long> counts,
      Map<String, Long> refusedBy,
      Map<String, Long> quarantinedBy,
      ImageCount images,
      long changed) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "Feed %s: %,d records in %,d files (%,d known before)",
            feed.id(), counts.get("records"), counts.get("files"), counts.get("files_known")));
    for (Fate fate : Fate.values()) {
      String name = fate.name().toLowerCase(Locale.ROOT);
      Map<String, Long> why =
          fate == Fate.REFUSED ? refusedBy : fate == Fate.QUARANTINED ? quarantinedBy : Map.of();
      lines.add(
          String.format(
              "  %-12s %,12d%s", name, counts.get(name), why.isEmpty() ? "" : "  " + why));
    }
    if (images.kept() + images.dropped() > 0) {
      lines.add(
          String.format(
              "Pictures: %,d kept, %,d dropped  %s",
              images.kept(), images.dropped(), images.droppedBy()));
    }
    if (changed > 0) {
      lines.add(
          String.format(
              "%,d file(s) changed while they were landed, and wait where they are: run it again"
                  + " once nobody writes to them.",
              changed));
    }
    return lines;
  }
}
