package io.platelake.app.alert;

import io.platelake.app.job.option.InputFiles;
import io.platelake.core.BadInput;
import io.platelake.core.Mistakes;
import io.platelake.core.match.outcome.AlertOutcome;
import io.platelake.core.match.outcome.OutcomeColumn;
import io.platelake.core.text.CsvRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of outcomes: CSV with a header; columns {@code outcome_id,hit_id,kind,occurred_at}
 * must be there, {@code confirmed,cause,alerted_at} may. Others, such as the officer's name, are
 * ignored and never stored.
 */
final class OutcomeCsv {
  static final List<String> COLUMNS = OutcomeColumn.required();

  private final String file;
  private final List<Placed> outcomes = new ArrayList<>();
  private final Mistakes mistakes = new Mistakes();

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
    csv.mistakes.refuse();
    return csv.outcomes;
  }

  /** As {@link #read(String, String, Instant)}, of several files. */
  static List<Placed> read(List<Path> files, Instant asOf) {
    List<Placed> all = new ArrayList<>();
    Mistakes mistakes = new Mistakes();
    for (Path file : files) {
      all.addAll(
          mistakes.read(
              () -> read(InputFiles.text(file), file.toString(), asOf), List.<Placed>of()));
    }
    mistakes.refuse();
    return all;
  }

  private void lines(String text, Instant asOf) {
    mistakes.read(
        () -> {
          CsvRows.read(
              text,
              "Outcome file " + file,
              COLUMNS,
              (cells, place) -> line(new OutcomeCells(cells, place), place, asOf));
          return true;
        },
        false);
  }

  private void line(OutcomeCells cells, String place, Instant asOf) {
    mistakes
        .read(() -> Optional.of(cells.read(asOf)), Optional.<AlertOutcome>empty())
        .ifPresent(outcome -> outcomes.add(new Placed(outcome, place)));
  }
}
