package io.platelake.app.alert;

import io.platelake.app.job.CsvRows;
import io.platelake.core.BadInput;
import io.platelake.core.match.outcome.AlertOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
    CsvRows.read(
        text,
        "Outcome file " + file,
        COLUMNS,
        (cells, place) -> {
          try {
            outcomes.add(new Placed(new OutcomeCells(cells, place).read(asOf), place));
          } catch (BadInput e) {
            problems.add(e);
          }
        });
  }
}
