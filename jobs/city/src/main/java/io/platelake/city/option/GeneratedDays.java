package io.platelake.city.option;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The local days to generate.
 *
 * @param start first day
 * @param days number of days, 1 to 3,660
 * @param zone of the days, and of the CSV feed's times
 */
public record GeneratedDays(LocalDate start, int days, ZoneId zone) {
  private static final int MOST_DAYS = 3660;

  public GeneratedDays {
    GeneratorOptions.require(start != null, "start", "a date like 2026-03-02");
    GeneratorOptions.require(days >= 1 && days <= MOST_DAYS, "days", "1 to " + MOST_DAYS);
    GeneratorOptions.require(zone != null, "zone", "a time zone");
  }

  public LocalDate date(int day) {
    return start.plusDays(day);
  }

  public boolean isLast(int day) {
    return day + 1 == days;
  }

  /**
   * The instant at which a file of this day is landed, if the period is landed in two halves. The
   * first half lands at the middle of the period, the second at its end. Wrong clocks run ahead of
   * this instant, so landing can detect them.
   *
   * @param day counted from 0
   */
  public Instant landedAt(int day) {
    int half = (days + 1) / 2;
    return date(day < half ? half : days).atStartOfDay(zone).toInstant();
  }
}
