package io.platelake.lake.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * A half-open interval of UTC time, {@code [from, to)}.
 *
 * @param from first instant
 * @param to first instant after it
 */
public record Window(Instant from, Instant to) {
  public Window {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("window ends at or before it starts: " + from + "/" + to);
    }
  }

  /** The window of one UTC day. */
  public static Window day(LocalDate date) {
    return new Window(
        date.atStartOfDay(ZoneOffset.UTC).toInstant(),
        date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** First UTC date with an instant in the window. */
  public LocalDate firstDate() {
    return LocalDate.ofInstant(from, ZoneOffset.UTC);
  }

  /** Last UTC date with an instant in the window. */
  public LocalDate lastDate() {
    return LocalDate.ofInstant(to.minusNanos(1), ZoneOffset.UTC);
  }

  /** Whether it begins and ends at a midnight, UTC. */
  public boolean isOfWholeDates() {
    return from.truncatedTo(ChronoUnit.DAYS).equals(from)
        && to.truncatedTo(ChronoUnit.DAYS).equals(to);
  }

  /** The UTC dates with an instant in the window, in order. */
  public List<LocalDate> dates() {
    return firstDate().datesUntil(lastDate().plusDays(1)).toList();
  }
}
