package io.platelake.app.land.check;

import io.platelake.app.job.Detail;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.Fate;
import io.platelake.core.trial.TrialCounts;
import io.platelake.core.trial.TrialLanding;
import io.platelake.core.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a check of a feed gives. The run record holds no value of a record. */
record FeedCheckResult(
    long files,
    long records,
    Map<Fate, Long> fates,
    String feed,
    Map<String, Long> refusedBy,
    Map<String, Long> quarantinedBy,
    @Detail Map<String, Long> filled,
    List<String> unusual,
    List<String> lines)
    implements RunResult {

  @Override
  public RunOutcome outcome() {
    return unusual.isEmpty() ? RunOutcome.DONE : RunOutcome.FINDING;
  }

  static FeedCheckResult of(
      FeedDefinition feed, int files, TrialLanding trial, List<String> notes, boolean showPlates) {
    TrialCounts counts = trial.counts();
    List<String> unusual =
        new ArrayList<>(counts.unusual(feed.unusual()).stream().map(LandingShare::name).toList());
    if (files > 0 && counts.reads() == 0) {
      unusual.add("NO_READ");
    }
    return new FeedCheckResult(
        files,
        counts.records(),
        counts.fates(),
        feed.id(),
        counts.reasons(Fate.REFUSED),
        counts.reasons(Fate.QUARANTINED),
        counts.filled(),
        unusual,
        lines(feed, files, trial, notes, showPlates, unusual));
  }

  private static List<String> lines(
      FeedDefinition feed,
      int files,
      TrialLanding trial,
      List<String> notes,
      boolean showPlates,
      List<String> unusual) {
    List<String> lines = new ArrayList<>();
    if (files == 0) {
      lines.add("Feed file " + feed.id() + " has no mistake. Add a raw file to see its reads.");
      return lines;
    }
    TrialCounts counts = trial.counts();
    lines.add(
        String.format(
            "Feed %s, layout %s: %,d records in %,d files would land as",
            feed.id(), feed.adapter(), counts.records(), files));
    for (Fate fate : Fate.values()) {
      Map<String, Long> reasons = counts.reasons(fate);
      lines.add(
          String.format(
              "  %-12s %,12d%s",
              fate.name().toLowerCase(Locale.ROOT),
              counts.fates().getOrDefault(fate, 0L),
              reasons.isEmpty() ? "" : "  " + reasons));
    }
    if (counts.reads() > 0) {
      lines.add(
          "Share of the reads that has a field: "
              + counts.filled().entrySet().stream()
                  .map(e -> e.getKey() + " " + 100 * e.getValue() / counts.reads() + " %")
                  .collect(Collectors.joining(", ")));
    }
    if (!trial.first().isEmpty()) {
      lines.add("First records:");
      for (TrialRecord record : trial.first()) {
        lines.add(
            String.format(
                "  line %-6d %-11s  %s",
                record.line(),
                record.fate().name().toLowerCase(Locale.ROOT),
                record.line(showPlates)));
      }
    }
    lines.addAll(notes);
    if (unusual.contains("NO_READ")) {
      lines.add("No record is a read: check the layout and the mapping of the feed file.");
    } else if (!unusual.isEmpty()) {
      lines.add(
          "Unusual share: "
              + String.join(", ", unusual).toLowerCase(Locale.ROOT)
              + ". schemas/REASONS.md says what to do about each reason.");
    }
    return lines;
  }
}
