package io.platelake.app.land.check;

import io.platelake.app.land.LandResult;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.kept.PayloadShape;
import io.platelake.core.land.Fate;
import io.platelake.core.trial.TrialCause;
import io.platelake.core.trial.TrialCounts;
import io.platelake.core.trial.TrialLanding;
import io.platelake.core.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a check of a feed tells people. Plates, and what may be one, show on request only. */
record FeedCheckLines(FeedDefinition feed, int files, TrialLanding trial, boolean showPlates) {
  private static final int LONGEST_ID = 60;

  /**
   * @param notes what was not judged
   * @param unusual shares that a person has to see
   */
  List<String> all(List<String> notes, List<String> unusual) {
    List<String> lines = new ArrayList<>();
    if (files == 0) {
      lines.add("Feed file " + feed.id() + " has no mistake. Add a raw file to see its reads.");
      return lines;
    }
    TrialCounts counts = trial.counts();
    lines.add(
        String.format(
            "Feed %s, layout %s: %,d records in %,d file%s would land as",
            feed.id(), feed.adapter(), counts.records(), files, files == 1 ? "" : "s"));
    for (Fate fate : Fate.values()) {
      lines.add(LandResult.line(fate, counts.fates()));
      counts.causes(fate).forEach(cause -> lines.add(line(cause)));
    }
    hidden(counts, lines);
    if (counts.reads() > 0) {
      lines.add(
          "Share of the reads that has a field: "
              + counts.filled().entrySet().stream()
                  .map(e -> e.getKey() + " " + 100 * e.getValue() / counts.reads() + " %")
                  .collect(Collectors.joining(", ")));
    }
    if (!trial.first().isEmpty()) {
      lines.add("First records:");
      trial.first().forEach(record -> lines.add(line(record)));
    }
    lines.addAll(notes);
    if (unusual.contains(FeedCheckResult.NO_READ)) {
      lines.add("No record is a read: check the layout and the mapping of the feed file.");
    } else if (!unusual.isEmpty()) {
      lines.add(
          "Unusual share: "
              + String.join(", ", unusual).toLowerCase(Locale.ROOT)
              + ". schemas/REASONS.md says what to do about each reason.");
    }
    return lines;
  }

  /** What a repair of the first faults would bring up, and cameras that nobody registered. */
  private void hidden(TrialCounts counts, List<String> lines) {
    if (counts.alsoWithoutTime() > 0) {
      lines.add(
          String.format(
              "Of the BAD_PLATE, %,d have no usable time either: check captured_at as well.",
              counts.alsoWithoutTime()));
    }
    if (counts.alsoWithoutCamera() > 0) {
      lines.add(
          String.format(
              "Of the BAD_PLATE and NO_TIME, %,d have no known camera either: check camera as well.",
              counts.alsoWithoutCamera()));
    }
    if (!counts.unregistered().isEmpty()) {
      lines.add(
          (showPlates
                  ? "Cameras that the camera file lacks: "
                  : "Cameras that the camera file lacks, by shape (--show-plates names them): ")
              + counts.unregistered().entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          e ->
                              showPlates
                                  ? e.getKey()
                                  : PayloadShape.of(e.getKey(), Set.of(), LONGEST_ID),
                          Map.Entry::getValue,
                          Long::sum,
                          TreeMap::new)));
    }
  }

  private String line(TrialCause cause) {
    // Cameras name files after plates.
    String where = files == 1 ? "" : showPlates ? cause.file() + ", " : "a file's ";
    return String.format(
        "  %,25d  %s; first at %sline %,d", cause.records(), cause.reason(), where, cause.line());
  }

  private String line(TrialRecord record) {
    return String.format(
        "  line %-6d %-11s  %s",
        record.line(), record.fate().name().toLowerCase(Locale.ROOT), record.line(showPlates));
  }
}
