package io.platelake.app.land;

import io.platelake.app.job.Detail;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.Fate;
import io.platelake.core.land.ImageCount;
import io.platelake.core.land.QuarantineCause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run of {@code land} gives.
 *
 * @param dates UTC dates of capture of the reads: what to match and count again
 * @param decidedBefore of the duplicates, records whose fate an earlier run decided
 * @param account records by fate, over all runs, of files that the run judged in part
 */
public record LandResult(
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
    List<QuarantinedFor> quarantinedFor,
    Map<String, Long> noPlateWords,
    Map<String, Long> unknownFields,
    @Detail long repeatedHours,
    Map<String, Long> imagesDroppedBy,
    List<String> unusual,
    List<String> dates,
    @Detail long decidedBefore,
    Map<String, Long> account)
    implements RunResult {
  /** In {@code unusual}: the files of the run held no read. */
  public static final String NOTHING = "NOTHING_LANDED";

  @Override
  public RunOutcome outcome() {
    return outcome(changedFiles, unusual);
  }

  /** How a run ends that judges records: files that changed have to land again. */
  public static RunOutcome outcome(long changedFiles, List<String> unusual) {
    if (changedFiles > 0) {
      return RunOutcome.FAILED;
    }
    return unusual.isEmpty() ? RunOutcome.DONE : RunOutcome.FINDING;
  }

  /** How many records have a fate, for people. */
  public static String line(Fate fate, Map<Fate, Long> fates) {
    return String.format(
        "  %-12s %,12d", fate.name().toLowerCase(Locale.ROOT), fates.getOrDefault(fate, 0L));
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
          switch (fate) {
            case REFUSED -> refusedBy;
            case QUARANTINED -> quarantinedBy;
            case DUPLICATE ->
                decidedBefore == 0 ? Map.of() : Map.of("decided in earlier runs", decidedBefore);
            default -> Map.of();
          };
      lines.add(line(fate, fates) + (why.isEmpty() ? "" : "  " + why));
    }
    quarantinedFor.forEach(most -> lines.add(most.line()));
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
              "%,d file(s) landed before: their quarantined records were judged again.%s",
              filesAgain, account.isEmpty() ? "" : " In all runs: " + account));
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
          share.equals(NOTHING)
              ? "Nothing landed: no record of these files is a read that can be kept."
              : "Unusual share: "
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

  /** A run whose files held no read at all is unusual even if no share says so. */
  private static List<String> unusual(LandJob.Outcome outcome) {
    List<String> unusual =
        new ArrayList<>(outcome.unusual().stream().map(LandingShare::name).toList());
    if (unusual.isEmpty()
        && !outcome.files().isEmpty()
        && outcome.files().stream().allMatch(a -> a.counts().landedNothing())) {
      unusual.add(NOTHING);
    }
    return unusual;
  }

  /** Records by fate of the files that were judged again, since each first landed. */
  private static Map<String, Long> account(LandJob.Outcome outcome) {
    Map<String, Long> account = new LinkedHashMap<>();
    for (FileAccount file : outcome.files()) {
      if (!file.landed().equals(file.counts())) {
        for (Fate fate : Fate.values()) {
          account.merge(fate.name().toLowerCase(Locale.ROOT), file.landed().count(fate), Long::sum);
        }
      }
    }
    return account;
  }

  /** Sums of a run. */
  public static LandResult of(FeedDefinition feed, LandJob.Outcome outcome) {
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
    Map<QuarantineCause, Long> causes = new HashMap<>();
    for (FileAccount account : outcome.files()) {
      account.counts().fates().forEach((fate, n) -> fates.merge(fate, n, Long::sum));
      account.counts().refusedBy().forEach((reason, n) -> refusedBy.merge(reason, n, Long::sum));
      account
          .counts()
          .quarantinedBy()
          .forEach((reason, n) -> quarantinedBy.merge(reason, n, Long::sum));
      account.noPlateWords().forEach((word, n) -> noPlateWords.merge(word, n, Long::sum));
      account.unknownFields().forEach((field, n) -> unknownFields.merge(field, n, Long::sum));
      account.causes().forEach((cause, n) -> causes.merge(cause, n, Long::sum));
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
        QuarantinedFor.most(causes),
        noPlateWords,
        unknownFields,
        outcome.files().stream().mapToLong(FileAccount::repeatedHours).sum(),
        images.droppedBy(),
        unusual(outcome),
        outcome.files().stream()
            .flatMap(account -> account.dates().stream())
            .distinct()
            .sorted()
            .map(LocalDate::toString)
            .toList(),
        outcome.knownRecords(),
        account(outcome));
  }
}
