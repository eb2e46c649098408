package io.platelake.core.vendorlog;

import io.platelake.core.vendorlog.LogColumn.Holds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * When a row happened.
 *
 * @param instant UTC; empty where the file hides it
 * @param fits whether its cells are a time, or hide one
 */
record LogInstant(Optional<Instant> instant, boolean fits) {
  private static final LogInstant MISFIT = new LogInstant(Optional.empty(), false);
  private static final LogInstant HIDDEN = new LogInstant(Optional.empty(), true);

  static LogInstant of(LogLayout layout, Map<String, LogCell> cells) {
    Optional<LogCell> time = find(layout, cells, Holds.TIME);
    Optional<LogCell> timeOfDay = find(layout, cells, Holds.TIME_OF_DAY);
    if (time.isEmpty() && timeOfDay.isEmpty()) {
      return HIDDEN;
    }
    if (time.isPresent() && timeOfDay.isPresent()) {
      return joined(time.get(), timeOfDay.get());
    }
    // A file without a column for the day writes the whole instant where others write the time.
    LogCell whole = time.or(() -> timeOfDay).get();
    return isValue(whole) ? instant(LogTime.read(whole.text())) : HIDDEN;
  }

  /** A spreadsheet makes a day an instant at midnight, so the time of day has the last word. */
  private static LogInstant joined(LogCell day, LogCell timeOfDay) {
    if (!isValue(day) && !isValue(timeOfDay)) {
      return HIDDEN;
    }
    Optional<Instant> whole = LogTime.read(timeOfDay.text());
    Optional<LocalTime> time = LogTime.timeOfDay(timeOfDay.text());
    if (!isValue(day)) {
      return time.isPresent() ? HIDDEN : instant(whole);
    }
    Optional<LocalDate> date = LogTime.day(day.text());
    if (!isValue(timeOfDay)) {
      return new LogInstant(LogTime.read(day.text()).filter(LogInstant::hasTime), date.isPresent());
    }
    Optional<Instant> both =
        date.flatMap(d -> time.map(t -> d.atTime(t).toInstant(ZoneOffset.UTC))).or(() -> whole);
    // What both cells say of the day and the time must be the same.
    boolean agree =
        both.isPresent()
            && date.equals(Optional.of(LocalDate.ofInstant(both.get(), ZoneOffset.UTC)))
            && LogTime.read(day.text())
                .filter(LogInstant::hasTime)
                .map(at -> at.equals(both.get()))
                .orElse(true);
    return agree ? instant(both) : MISFIT;
  }

  private static boolean hasTime(Instant at) {
    return !at.truncatedTo(ChronoUnit.DAYS).equals(at);
  }

  private static boolean isValue(LogCell cell) {
    return cell.state() == LogCell.State.VALUE;
  }

  private static LogInstant instant(Optional<Instant> at) {
    return new LogInstant(at, at.isPresent());
  }

  private static Optional<LogCell> find(LogLayout layout, Map<String, LogCell> cells, Holds holds) {
    return layout.columns().values().stream()
        .filter(column -> column.holds() == holds && cells.containsKey(column.name()))
        .map(column -> cells.get(column.name()))
        .findFirst();
  }
}
