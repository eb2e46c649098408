package io.platelake.core.policy.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.yaml.InvalidRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "21, DAYS, 30, DAYS, false",
    "30, DAYS, 21, DAYS, true",
    "24, HOURS, 1, DAYS, false",
    "6, MONTHS, 181, DAYS, true", // from 1 March it is 184 days
    "6, MONTHS, 184, DAYS, false",
    "181, DAYS, 6, MONTHS, false", // even from 31 August it is 181 days
    "182, DAYS, 6, MONTHS, true",
    "365, DAYS, 1, YEARS, false",
    "366, DAYS, 1, YEARS, true",
    "12, MONTHS, 1, YEARS, false"
  })
  void shouldCompareByTheDaysOnWhichItMatters(
      int amount, Unit unit, int otherAmount, Unit otherUnit, boolean longer) {
    assertEquals(
        longer, new Period(amount, unit).isEverLongerThan(new Period(otherAmount, otherUnit)));
  }

  @Test
  void shouldHaveAnExactLengthInExactUnitsOnly() {
    assertEquals(Duration.ofHours(24), new Period(1, Unit.DAYS).toDuration());
    assertEquals(Duration.ofMinutes(10), new Period(10, Unit.MINUTES).toDuration());
    assertThrows(InvalidRule.class, () -> new Period(1, Unit.MONTHS).toDuration());
    assertThrows(InvalidRule.class, () -> new Period(1, Unit.YEARS).toDuration());
    assertThrows(InvalidRule.class, () -> new Period(-1, Unit.DAYS));
  }

  @Test
  void shouldReadAsInThePolicy() {
    assertEquals("21 days", new Period(21, Unit.DAYS).toString());
  }
}
