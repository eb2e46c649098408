package io.platelake.core.match.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AlertRatesTest {
  @Test
  void shouldLeaveAlertsThatNobodyAdjudicatedOutOfTheFalseDiscoveryRate() {
    AlertRates rates =
        new AlertRates(
            10_000,
            30,
            20,
            6,
            Map.of(FalseCause.MISREAD, 2L, FalseCause.WRONG_STATE, 1L, FalseCause.STALE, 1L));
    assertEquals(10, rates.adjudicated());
    assertEquals(OptionalDouble.of(0.003), rates.hitRate());
    assertEquals(OptionalDouble.of(0.4), rates.falseDiscoveryRate());
    assertEquals(OptionalDouble.of(0.2), rates.falseDiscoveryRate(FalseCause.MISREAD));
    assertEquals(OptionalDouble.of(0.1), rates.falseDiscoveryRate(FalseCause.STALE));
    assertEquals(OptionalDouble.of(0), rates.falseDiscoveryRate(FalseCause.BAD_ENTRY));
    assertEquals(OptionalDouble.of(0.5), rates.coverage());
  }

  @Test
  void shouldGiveNoRateOfNothing() {
    AlertRates none = new AlertRates(0, 0, 0, 0, Map.of());
    assertEquals(OptionalDouble.empty(), none.hitRate());
    assertEquals(OptionalDouble.empty(), none.falseDiscoveryRate());
    assertEquals(OptionalDouble.empty(), none.falseDiscoveryRate(FalseCause.OTHER));
    assertEquals(OptionalDouble.empty(), none.coverage());
    assertEquals(Optional.empty(), AlertRates.median(List.of()));
  }

  @Test
  void shouldTakeTheMiddleOfTheTimesToVerify() {
    Duration one = Duration.ofMinutes(1);
    assertEquals(Optional.of(one), AlertRates.median(List.of(one)));
    assertEquals(
        Optional.of(Duration.ofMinutes(2)),
        AlertRates.median(List.of(Duration.ofMinutes(90), one, Duration.ofMinutes(2))));
    assertEquals(
        Optional.of(Duration.ofSeconds(90)), AlertRates.median(List.of(one.multipliedBy(2), one)));
  }

  @Test
  void shouldRefuseCountsThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new AlertRates(10, 5, 3, 4, Map.of()));
    assertThrows(IllegalArgumentException.class, () -> new AlertRates(10, 2, 3, 0, Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AlertRates(10, 5, 5, 2, Map.of(FalseCause.OTHER, -1L)));
    assertThrows(IllegalArgumentException.class, () -> new AlertRates(-1, 0, 0, 0, Map.of()));
  }
}
