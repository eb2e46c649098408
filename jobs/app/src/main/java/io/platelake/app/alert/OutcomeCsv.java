package io.platelake.app.alert;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.platelake.core.BadInput;
import io.platelake.core.match.outcome.AlertOutcome;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a file of outcomes: CSV with a header; columns {@code outcome_id,hit_id,kind,occurred_at}
 * must be there, {@code confirmed,cause,alerted_at} may. Others, such as the officer's name, are
 * ignored and never stored.
 */
final class OutcomeCsv {
  static final List<String> COLUMNS = List.of("outcome_id", "hit_id", "kind", "occurred_at");
  private static final int MOST_SHOWN = 20;

  private final String file;
  private final List<Placed> outcomes = new ArrayList<>();
  private final List<BadInput> problems = new ArrayList<>();

  /**
   * An outcome and its place.
   *
   * @param place file and line, for messages
   */
  record Placed(AlertOutcome outcome, String place) {}

  private OutcomeCsv(String file) {
    this.file = file;
  }

  /**
   * @param asOf nothing has happened later
   * @throws BadInput naming every wrong line; the text of the file is not quoted
   */
  static List<Placed> read(String text, String file, Instant asOf) {
    OutcomeCsv csv = new OutcomeCsv(file);
    csv.lines(text, asOf);
    if (!csv.problems.isEmpty()) {
      int more = csv.problems.size() - MOST_SHOWN;
      BadInput all = BadInput.all(csv.problems.stream().limit(MOST_SHOWN).toList());
      throw more > 0 ? all.and("And " + more + " more lines.") : all;
    }
    return csv.outcomes;
  }

  private void lines(String text, Instant asOf) {
    int line = 1;
    boolean first = true;
    try (MappingIterator<Map<String, String>> lines =
        new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .with(CsvParser.Feature.TRIM_SPACES)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES)
            .with(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .readValues(text)) {
      for (; lines.hasNextValue(); first = false) {
        if (first) {
          checkHeader((CsvSchema) lines.getParserSchema());
        }
        // The parser is at the first line of the row, having skipped blank ones.
        line = lines.getParser().currentLocation().getLineNr();
        String place = "Outcome file " + file + ", line " + line;
        try {
          outcomes.add(new Placed(new OutcomeCells(lines.nextValue(), place).read(asOf), place));
        } catch (BadInput e) {
          problems.add(e);
        }
      }
    } catch (IOException e) {
      throw new BadInput(
          "Outcome file " + file + ", line " + line,
          "it is not CSV",
          "Give a header line, commas, and no more cells than the header has.");
    }
    if (outcomes.isEmpty() && problems.isEmpty()) {
      throw new BadInput("Outcome file " + file, "it has no rows", "Give at least one outcome.");
    }
  }

  private void checkHeader(CsvSchema header) {
    for (String name : COLUMNS) {
      if (header.column(name) == null) {
        throw new BadInput(
            "Outcome file " + file + ", header",
            name + " is missing",
            "Give the columns " + String.join(",", COLUMNS) + ".");
      }
    }
  }
}
