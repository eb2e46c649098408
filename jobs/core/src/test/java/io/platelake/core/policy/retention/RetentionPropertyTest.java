package io.platelake.core.policy.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RetentionPropertyTest {
  private static final long FROM_1990 = 631_152_000L;
  private static final long TO_2100 = 4_102_444_800L;

  @Property
  void shouldCountExactUnitsInSeconds(
      @ForAll @LongRange(min = FROM_1990, max = TO_2100) long second,
      @ForAll @IntRange(max = 5_000) int amount) {
    Instant from = Instant.ofEpochSecond(second);
    assertEquals(second + amount * 60L, epoch(from, amount, Unit.MINUTES));
    assertEquals(second + amount * 3_600L, epoch(from, amount, Unit.HOURS));
    assertEquals(second + amount * 86_400L, epoch(from, amount, Unit.DAYS));
  }

  @Property
  void shouldStepTheCalendarAsCountingOnFingersDoes(
      @ForAll @LongRange(min = FROM_1990, max = TO_2100) long second,
      @ForAll @IntRange(max = 600) int amount) {
    Instant from = Instant.ofEpochSecond(second);
    assertEquals(stepped(from, amount), Retention.expiresAt(from, new Period(amount, Unit.MONTHS)));
    assertEquals(
        stepped(from, 12 * amount), Retention.expiresAt(from, new Period(amount, Unit.YEARS)));
  }

  @Property
  void shouldKeepTheOrderOfCapturesWithinOneUtcDay(
      @ForAll @LongRange(min = FROM_1990 / 86_400, max = TO_2100 / 86_400) long day,
      @ForAll @IntRange(max = 86_399) int one,
      @ForAll @IntRange(max = 86_399) int other,
      @ForAll @IntRange(max = 60) int amount,
      @ForAll Unit unit) {
    Instant earlier = Instant.ofEpochSecond(day * 86_400 + Math.min(one, other));
    Instant later = Instant.ofEpochSecond(day * 86_400 + Math.max(one, other));
    Period period = new Period(amount, unit);
    assertFalse(Retention.expiresAt(later, period).isBefore(Retention.expiresAt(earlier, period)));
  }

  @Property
  void shouldLetOneSecondDecide(
      @ForAll @LongRange(min = FROM_1990, max = TO_2100) long second,
      @ForAll @IntRange(min = 1, max = 60) int amount,
      @ForAll Unit unit) {
    Instant expires = Retention.expiresAt(Instant.ofEpochSecond(second), new Period(amount, unit));
    assertTrue(Retention.isKept(expires, expires.minusSeconds(1)));
    assertFalse(Retention.isKept(expires, expires));
  }

  /** The oracle: turn one calendar page at a time, then take the day or the page's last. */
  private static Instant stepped(Instant from, int months) {
    LocalDateTime time = LocalDateTime.ofInstant(from, ZoneOffset.UTC);
    int year = time.getYear();
    int month = time.getMonthValue();
    for (int i = 0; i < months; i++) {
      month++;
      if (month == 13) {
        month = 1;
        year++;
      }
    }
    int last = YearMonth.of(year, month).lengthOfMonth();
    LocalDate date = LocalDate.of(year, month, Math.min(time.getDayOfMonth(), last));
    return date.atTime(time.toLocalTime()).toInstant(ZoneOffset.UTC);
  }

  private static long epoch(Instant from, int amount, Unit unit) {
    return Retention.expiresAt(from, new Period(amount, unit)).getEpochSecond();
  }
}
