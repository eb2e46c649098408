package io.platelake.city.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.city.option.CityPlan;
import io.platelake.city.option.GeneratedDays;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.option.Output;
import io.platelake.city.text.LocalDay;
import io.platelake.city.traffic.ReadQuota;
import io.platelake.core.BadInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local days, quotas of ten minutes, and the moments of landing. */
class CalendarTest {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "2026-01-15, 00:00, 2026-01-15T08:00:00Z",
    "2026-07-15, 23:59, 2026-07-16T06:59:00Z",
    // Clocks go forward: 02:30 does not exist and comes an hour later.
    "2026-03-08, 01:59, 2026-03-08T09:59:00Z",
    "2026-03-08, 02:30, 2026-03-08T10:30:00Z",
    "2026-03-08, 03:00, 2026-03-08T10:00:00Z",
    "2026-03-08, 23:59, 2026-03-09T06:59:00Z",
    // Clocks go back: 01:30 is its first pass.
    "2026-11-01, 01:30, 2026-11-01T08:30:00Z",
    "2026-11-01, 02:00, 2026-11-01T10:00:00Z",
    "2026-11-01, 23:59, 2026-11-02T07:59:00Z"
  })
  void shouldTurnWallTimeIntoInstants(LocalDate date, LocalTime wall, Instant expected) {
    long millis = new LocalDay(date, PACIFIC).epochMillis(wall.toNanoOfDay() / 1_000_000);
    assertEquals(expected, Instant.ofEpochMilli(millis));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 1", "1000, 3", "20001, 9", "123457, 40"})
  void shouldDealOutExactlyTheReadsAskedFor(long reads, int days) {
    ReadQuota quota = new ReadQuota(LocalDate.of(2026, 3, 2), days, reads);
    long sum = 0;
    for (int day = 0; day < days; day++) {
      for (int slot = 0; slot < ReadQuota.SLOTS_PER_DAY; slot++) {
        assertTrue(quota.of(day, slot) >= 0);
        sum += quota.of(day, slot);
      }
    }
    assertEquals(reads, sum);
  }

  @ParameterizedTest
  @CsvSource({
    "30, 0, 2026-03-17T07:00:00Z",
    "30, 14, 2026-03-17T07:00:00Z",
    "30, 15, 2026-04-01T07:00:00Z",
    "3, 1, 2026-03-04T08:00:00Z",
    "3, 2, 2026-03-05T08:00:00Z",
    "1, 0, 2026-03-03T08:00:00Z"
  })
  void shouldLandInTwoHalves(int days, int day, Instant expected) {
    GeneratedDays period = new GeneratedDays(LocalDate.of(2026, 3, 2), days, PACIFIC);
    assertEquals(expected, period.landedAt(day));
  }

  @Test
  void shouldRefuseOptionsThatMeanNothing() {
    LocalDate monday = LocalDate.of(2026, 3, 2);
    assertThrows(BadInput.class, () -> GeneratorOptions.of(1, monday, 0, 10));
    assertThrows(BadInput.class, () -> GeneratorOptions.of(1, monday, 1, 0));
    assertThrows(BadInput.class, () -> GeneratorOptions.of(1, null, 1, 10));
    GeneratorOptions options = GeneratorOptions.of(1, monday, 1, 10);
    assertThrows(BadInput.class, () -> options.withAgency("City Two"));
    assertThrows(BadInput.class, () -> options.withVehicles(30_000_000));
    assertThrows(BadInput.class, () -> options.withListedShare(0.5));
    assertThrows(BadInput.class, () -> CityPlan.invented(0));
    BadInput bad = assertThrows(BadInput.class, () -> new Output(false, true, 0));
    assertEquals(
        "option lines per file: its value is not allowed. Give 2 or more.", bad.getMessage());
  }
}
