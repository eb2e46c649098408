package io.platelake.core.vendorlog;

import io.platelake.core.vendorlog.LogColumn.Holds;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * When a row happened.
 *
 * @param instant UTC; empty where the file hides it
 * @param fits whether its cells are a time, or hide one
 */
record LogInstant(Optional<Instant> instant, boolean fits) {
  private static final LogInstant HIDDEN = new LogInstant(Optional.empty(), true);

  static LogInstant of(LogLayout layout, Map<String, LogCell> cells) {
    Optional<LogCell> time = find(layout, cells, Holds.TIME);
    Optional<LogCell> timeOfDay = find(layout, cells, Holds.TIME_OF_DAY);
    if (time.isEmpty() && timeOfDay.isEmpty()) {
      return HIDDEN;
    }
    // A file without a column for the day writes the whole instant where others write the time.
    LogCell first = time.or(() -> timeOfDay).get();
    if (first.state() != LogCell.State.VALUE) {
      // An empty time is a gap of the row; a mask hides it.
      return HIDDEN;
    }
    Optional<Instant> at = LogTime.read(first.text());
    if (at.isEmpty() && time.isPresent() && timeOfDay.isPresent()) {
      at = LogTime.read(time.get().text(), timeOfDay.get().text());
    }
    return new LogInstant(at, at.isPresent());
  }

  private static Optional<LogCell> find(LogLayout layout, Map<String, LogCell> cells, Holds holds) {
    return layout.columns().values().stream()
        .filter(column -> column.holds() == holds && cells.containsKey(column.name()))
        .map(column -> cells.get(column.name()))
        .findFirst();
  }
}
