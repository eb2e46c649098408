package io.platelake.app.report;

import io.platelake.core.BadInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A calendar year in UTC, {@code [from, to)}, as it looks at an instant.
 *
 * @param year 2000 to 9999
 * @param asOf what happened after it is not counted
 */
public record ReportYear(int year, Instant asOf) {
  public ReportYear {
    if (year < 2000 || year > 9999) {
      throw new BadInput("--year", "it is not from 2000 to 9999", "Write it as 2026.");
    }
    if (start(year).isAfter(asOf)) {
      throw new BadInput(
          "--year " + year, "it has not begun at " + asOf, "Give a year that has, or --as-of.");
    }
  }

  /** First instant. */
  public Instant from() {
    return start(year);
  }

  /** First instant after. */
  public Instant to() {
    return start(year + 1);
  }

  /** Whether an instant is in the year and not after {@link #asOf}. */
  public boolean has(Instant at) {
    return !at.isBefore(from()) && at.isBefore(to()) && !at.isAfter(asOf);
  }

  /** Days of the year. */
  public int days() {
    return Year.of(year).length();
  }

  /** Whether the year is over. */
  public boolean isOver() {
    return !asOf.isBefore(to());
  }

  /** Its months, such as 2026-01. */
  public List<String> months() {
    return IntStream.rangeClosed(1, 12).mapToObj(m -> YearMonth.of(year, m).toString()).toList();
  }

  private static Instant start(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
