package io.platelake.core.policy.retention;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The arithmetic of retention limits, in UTC, computed here once for every job.
 *
 * <p>Boundary: something is kept while the time is before its expiry and gone from that instant on.
 * A read under a limit of 21 days is still kept 21 days less a second after capture.
 *
 * <p>Minutes, hours and days are exact durations, so no clock change of a local zone can stretch
 * them. Months and years are steps of the UTC calendar that keep day and time of day; where the
 * target month is shorter, its last day is taken (31 August + 6 months is 28 or 29 February; 29
 * February + 1 year is 28 February).
 *
 * <p>By that rule a later day can expire earlier: 31 August 06:00 + 6 months is 28 February 06:00,
 * 30 August 12:00 + 6 months is 28 February 12:00. Within one UTC day the order is always kept,
 * which is why limits are judged by UTC date and never over several dates by the oldest row.
 */
public final class Retention {
  private Retention() {}

  /** First instant at which something whose clock started at {@code from} must be gone. */
  public static Instant expiresAt(Instant from, Period period) {
    return switch (period.unit()) {
      case MINUTES, HOURS, DAYS -> from.plus(period.toDuration());
      case MONTHS -> from.atOffset(ZoneOffset.UTC).plusMonths(period.amount()).toInstant();
      case YEARS -> from.atOffset(ZoneOffset.UTC).plusYears(period.amount()).toInstant();
    };
  }

  /** Whether something with this expiry may still be there at {@code asOf}. */
  public static boolean isKept(Instant expiresAt, Instant asOf) {
    return asOf.isBefore(expiresAt);
  }
}
