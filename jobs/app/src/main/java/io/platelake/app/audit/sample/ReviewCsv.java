package io.platelake.app.audit.sample;

import io.platelake.app.job.option.InputFiles;
import io.platelake.core.BadInput;
import io.platelake.core.Mistakes;
import io.platelake.core.audit.ReviewOutcome;
import io.platelake.core.text.CsvRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A worksheet that came back: columns {@code item} and {@code outcome}, and where they fit {@code
 * error} and {@code note}. A line without an outcome is not reviewed yet.
 */
final class ReviewCsv {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final int LONGEST = 1_000;

  private ReviewCsv() {}

  /**
   * One reviewed line.
   *
   * @param place file and line, for messages
   */
  record Line(
      String item,
      ReviewOutcome outcome,
      Optional<String> error,
      Optional<String> note,
      String place) {}

  /**
   * @throws BadInput naming every wrong line; no cell is quoted
   */
  static List<Line> read(Path file) {
    List<Line> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Mistakes mistakes = new Mistakes();
    mistakes.read(
        () -> {
          CsvRows.read(
              InputFiles.text(file),
              "Worksheet " + file,
              List.of("item", "outcome"),
              (cells, place) ->
                  mistakes
                      .read(() -> line(cells, place, seen), Optional.<Line>empty())
                      .ifPresent(lines::add));
          return true;
        },
        false);
    mistakes.refuse();
    if (lines.isEmpty()) {
      throw new BadInput(
          "Worksheet " + file, "no line has an outcome", "Use " + ReviewOutcome.all() + ".");
    }
    return lines;
  }

  private static Optional<Line> line(Map<String, String> cells, String place, Set<String> seen) {
    if (cells.get("outcome") == null) {
      return Optional.empty();
    }
    String item = plain(cells.get("item"));
    if (item == null) {
      throw new BadInput(place, "item is missing", "Keep the ids of the worksheet.");
    }
    if (!seen.add(item)) {
      throw new BadInput(place, "item repeats an earlier line", "Keep one of the two.");
    }
    ReviewOutcome outcome =
        ReviewOutcome.find(cells.get("outcome"))
            .orElseThrow(
                () ->
                    new BadInput(
                        place, "outcome is unknown", "Use one of " + ReviewOutcome.all() + "."));
    String error = cells.get("error");
    if (error != null && !WORD.matcher(error).matches()) {
      throw new BadInput(
          place, "error is not a word", "Name the error as wrong_case, for example.");
    }
    String note = cells.get("note");
    if (note != null && note.length() > LONGEST) {
      throw new BadInput(place, "note is longer than 1,000 characters", "Shorten it.");
    }
    return Optional.of(
        new Line(item, outcome, Optional.ofNullable(error), Optional.ofNullable(note), place));
  }

  /** An id without the apostrophe that keeps spreadsheets from computing it. */
  private static String plain(String item) {
    return item != null && item.startsWith("'") ? item.substring(1) : item;
  }
}
