package io.platelake.app.land;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.Ids;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.Fate;
import io.platelake.core.land.ImageCount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
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
    result = LandCommand.LandResult.class,
    example = "land --feed north.yaml inbox/north",
    failed =
        "a file changed during landing, another run lands the feed, or it failed; run it again",
    refused = "no policy in force, a purpose it does not name, or a file of a broken batch is gone",
    finding = "all is accounted for, and an unusual share was quarantined, refused or repeated")
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

  /** What a run gives. */
  record LandResult(
      long files,
      long filesKnown,
      long filesAgain,
      long records,
      Map<Fate, Long> fates,
      long otherPlate,
      long imagesKept,
      long imagesDropped,
      String feed,
      @Detail long resumedBatches,
      @Detail long changedFiles,
      Map<String, Long> refusedBy,
      Map<String, Long> quarantinedBy,
      Map<String, Long> noPlateWords,
      Map<String, Long> unknownFields,
      @Detail long repeatedHours,
      Map<String, Long> imagesDroppedBy,
      List<String> unusual)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      if (changedFiles > 0) {
        return RunOutcome.FAILED;
      }
      return unusual.isEmpty() ? RunOutcome.DONE : RunOutcome.FINDING;
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(
          String.format(
              "Feed %s: %,d records in %,d files (%,d known before)",
              feed, records, files, filesKnown));
      for (Fate fate : Fate.values()) {
        Map<String, Long> why =
            fate == Fate.REFUSED ? refusedBy : fate == Fate.QUARANTINED ? quarantinedBy : Map.of();
        lines.add(
            String.format(
                "  %-12s %,12d%s",
                fate.name().toLowerCase(Locale.ROOT),
                fates.getOrDefault(fate, 0L),
                why.isEmpty() ? "" : "  " + why));
      }
      if (!noPlateWords.isEmpty()) {
        lines.add("Words for no plate: " + noPlateWords);
      }
      if (!unknownFields.isEmpty()) {
        lines.add("Reads with a field that cannot be used, and is unknown: " + unknownFields);
      }
      if (repeatedHours > 0) {
        lines.add(String.format("%,d read(s) have a local time that comes twice.", repeatedHours));
      }
      if (filesAgain > 0) {
        lines.add(
            String.format(
                "%,d file(s) landed before: their quarantined records were judged again.",
                filesAgain));
      }
      if (otherPlate > 0) {
        lines.add(
            String.format(
                "%,d of the kept are of an event that has another plate as well.", otherPlate));
      }
      if (imagesKept + imagesDropped > 0) {
        lines.add(
            String.format(
                "Pictures: %,d kept, %,d dropped  %s", imagesKept, imagesDropped, imagesDroppedBy));
      }
      for (String share : unusual) {
        lines.add(
            "Unusual share: "
                + share.toLowerCase(Locale.ROOT)
                + ". See the reasons; repair the feed file and land the files again.");
      }
      if (changedFiles > 0) {
        lines.add(
            String.format(
                "%,d file(s) changed while they were landed, and wait where they are: run it again"
                    + " once nobody writes to them.",
                changedFiles));
      }
      return lines;
    }
  }

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
    return JobResult.of(result(feed, outcome)).under(feed.agency(), policy.version());
  }

  private static LandResult result(FeedDefinition feed, LandJob.Outcome outcome) {
    ImageCount images =
        outcome.files().stream()
            .map(a -> a.counts().images())
            .reduce(ImageCount.NONE, ImageCount::plus);
    Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    fates.put(Fate.DUPLICATE, outcome.knownRecords());
    Map<String, Long> refusedBy = new TreeMap<>();
    Map<String, Long> quarantinedBy = new TreeMap<>();
    Map<String, Long> noPlateWords = new TreeMap<>();
    Map<String, Long> unknownFields = new TreeMap<>();
    for (FileAccount account : outcome.files()) {
      account.counts().fates().forEach((fate, n) -> fates.merge(fate, n, Long::sum));
      account.counts().refusedBy().forEach((reason, n) -> refusedBy.merge(reason, n, Long::sum));
      account
          .counts()
          .quarantinedBy()
          .forEach((reason, n) -> quarantinedBy.merge(reason, n, Long::sum));
      account.noPlateWords().forEach((word, n) -> noPlateWords.merge(word, n, Long::sum));
      account.unknownFields().forEach((field, n) -> unknownFields.merge(field, n, Long::sum));
    }
    return new LandResult(
        outcome.files().size() + outcome.known(),
        outcome.known(),
        outcome.again(),
        outcome.knownRecords()
            + outcome.files().stream().mapToLong(a -> a.counts().records()).sum(),
        fates,
        outcome.files().stream().mapToLong(a -> a.counts().otherPlates()).sum(),
        images.kept(),
        images.dropped(),
        feed.id(),
        outcome.resumed(),
        outcome.changed(),
        refusedBy,
        quarantinedBy,
        noPlateWords,
        unknownFields,
        outcome.files().stream().mapToLong(FileAccount::repeatedHours).sum(),
        images.droppedBy(),
        outcome.unusual().stream().map(LandingShare::name).toList());
  }
}
