package io.platelake.app.correct;

import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.site.CorrectionLedger.Correction;
import io.platelake.core.BadInput;
import io.platelake.core.Mistakes;
import io.platelake.core.plate.PlateText;
import io.platelake.core.text.CsvRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A file of corrections: CSV with {@code read_id} and {@code date}, and of {@code plate, state,
 * make, model, color, body} what was wrong. An empty cell corrects nothing.
 */
final class CorrectionCsv {
  private static final List<String> VEHICLE = List.of("make", "model", "color", "body");
  private static final Pattern STATE = Pattern.compile("[A-Za-z]{2}");
  private static final int LONGEST = 40;

  private CorrectionCsv() {}

  /**
   * @throws BadInput naming every wrong line; no cell is quoted
   */
  static List<Correction> read(Path file) {
    List<Correction> corrections = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    Mistakes mistakes = new Mistakes();
    mistakes.read(
        () -> {
          CsvRows.read(
              InputFiles.text(file),
              "File of corrections " + file,
              List.of("read_id", "date"),
              (cells, place) ->
                  mistakes
                      .read(
                          () -> Optional.of(line(cells, place, seen)), Optional.<Correction>empty())
                      .ifPresent(corrections::add));
          return true;
        },
        false);
    mistakes.refuse();
    return corrections;
  }

  private static Correction line(Map<String, String> cells, String place, Set<Long> seen) {
    long read;
    LocalDate date;
    try {
      read = Long.parseLong(required(cells, "read_id", place));
    } catch (NumberFormatException e) {
      throw new BadInput(place, "read_id is not a read id", "Give the 64-bit number of the read.");
    }
    try {
      date = LocalDate.parse(required(cells, "date", place));
    } catch (DateTimeParseException e) {
      throw new BadInput(place, "date is not a date", "Write the UTC date of capture: 2026-06-01.");
    }
    if (!seen.add(read)) {
      throw new BadInput(place, "read_id repeats an earlier line", "Keep one of the two.");
    }
    Map<String, String> values = new TreeMap<>();
    if (cells.get("plate") != null) {
      values.put(
          "plate",
          PlateText.normalise(cells.get("plate"))
              .orElseThrow(
                  () ->
                      new BadInput(
                          place, "plate is no plate", "Write 1 to 12 letters and digits.")));
    }
    if (cells.get("state") != null) {
      if (!STATE.matcher(cells.get("state")).matches()) {
        throw new BadInput(place, "state has not two letters", "Write it as WA.");
      }
      values.put("state", cells.get("state").toUpperCase(Locale.ROOT));
    }
    for (String column : VEHICLE) {
      String text = cells.get(column);
      if (text != null && text.length() > LONGEST) {
        throw new BadInput(place, column + " is too long", "Use a word of the feeds.");
      }
      if (text != null) {
        values.put(column, text.toLowerCase(Locale.ROOT));
      }
    }
    if (values.isEmpty()) {
      throw new BadInput(place, "it corrects nothing", "Fill in what was wrong.");
    }
    return new Correction(read, date, values, place);
  }

  private static String required(Map<String, String> cells, String column, String place) {
    if (cells.get(column) == null) {
      throw new BadInput(place, column + " is missing", "Give it a value.");
    }
    return cells.get(column);
  }
}
