package io.platelake.core.policy.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

  /** Every number of the Washington policy, with the days on which calendars are odd. */
  @ParameterizedTest
  @CsvSource({
    "21, DAYS, 2026-06-01T10:00:00Z, 2026-06-22T10:00:00Z",
    "21, DAYS, 2026-03-01T09:59:59Z, 2026-03-22T09:59:59Z",
    "21, DAYS, 2028-02-10T00:00:00Z, 2028-03-02T00:00:00Z",
    "21, DAYS, 2026-12-20T23:59:59Z, 2027-01-10T23:59:59Z",
    "30, DAYS, 2026-06-01T10:00:00Z, 2026-07-01T10:00:00Z",
    "30, DAYS, 2028-02-01T10:00:00Z, 2028-03-02T10:00:00Z",
    "6, MONTHS, 2026-06-15T10:00:00Z, 2026-12-15T10:00:00Z",
    "6, MONTHS, 2026-08-31T10:00:00Z, 2027-02-28T10:00:00Z",
    "6, MONTHS, 2027-08-31T10:00:00Z, 2028-02-29T10:00:00Z",
    "6, MONTHS, 2027-08-29T10:00:00Z, 2028-02-29T10:00:00Z",
    "6, MONTHS, 2026-03-31T10:00:00Z, 2026-09-30T10:00:00Z",
    "6, MONTHS, 2026-02-28T10:00:00Z, 2026-08-28T10:00:00Z",
    "12, HOURS, 2026-03-08T03:00:00Z, 2026-03-08T15:00:00Z",
    "12, HOURS, 2026-11-01T01:30:00Z, 2026-11-01T13:30:00Z",
    "12, HOURS, 2026-12-31T18:00:00Z, 2027-01-01T06:00:00Z",
    "24, HOURS, 2028-02-28T18:00:00Z, 2028-02-29T18:00:00Z",
    "2, YEARS, 2026-06-01T10:00:00Z, 2028-06-01T10:00:00Z",
    "2, YEARS, 2028-02-29T10:00:00Z, 2030-02-28T10:00:00Z",
    "4, YEARS, 2024-02-29T10:00:00Z, 2028-02-29T10:00:00Z",
    "1, YEARS, 2025-12-01T00:00:00Z, 2026-12-01T00:00:00Z",
    "7, DAYS, 2026-06-01T10:00:00Z, 2026-06-08T10:00:00Z",
    "3, MINUTES, 2026-06-30T23:58:00Z, 2026-07-01T00:01:00Z",
    "0, HOURS, 2026-06-30T23:58:00Z, 2026-06-30T23:58:00Z"
  })
  void shouldBeKeptOneSecondBeforeItsExpiryAndGoneFromItOn(
      int amount, Unit unit, Instant from, Instant expected) {
    Instant expires = Retention.expiresAt(from, new Period(amount, unit));
    assertEquals(expected, expires);
    assertTrue(Retention.isKept(expires, expected.minusSeconds(1)));
    assertFalse(Retention.isKept(expires, expected));
    assertFalse(Retention.isKept(expires, expected.plusSeconds(1)));
  }
}
