package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.plate.PlatePattern;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialRuleTest {
  private static final PartialRule RULE = new PartialRule(4, 0.5, 20);

  /** Lists that say nothing of the vehicle leave it open; of others it must have been seen. */
  @ParameterizedTest
  @CsvSource({
    "SAME, CONSISTENT, red, true",
    "UNKNOWN, CONSISTENT, red, true",
    "SAME, UNKNOWN, red, false",
    "SAME, UNKNOWN, , true",
    "UNKNOWN, UNKNOWN, , true",
    "DIFFERENT, CONSISTENT, red, false",
    "DIFFERENT, UNKNOWN, , false",
    "SAME, INCONSISTENT, red, false",
  })
  void shouldTakeWhatContradictsNothing(
      StateVerdict state, VehicleVerdict vehicle, String color, boolean fits) {
    assertEquals(fits, RULE.fits(state, vehicle, new VehicleTraits(null, null, color, null)));
  }

  @Test
  void shouldAskForKnownCharacters() {
    assertTrue(RULE.isEnough(PlatePattern.of("7AB?1*", false, 3)));
    assertFalse(RULE.isEnough(PlatePattern.of("7AB*", false, 3)));
  }

  /** Whatever a policy lets be unknown of a whole plate. */
  @ParameterizedTest
  @CsvSource({
    "SAME, CONSISTENT, ALERT",
    "UNKNOWN, CONSISTENT, STATE_UNKNOWN",
    "SAME, UNKNOWN, VEHICLE_UNKNOWN",
    "DIFFERENT, CONSISTENT, STATE_DIFFERS",
    "SAME, INCONSISTENT, VEHICLE_DIFFERS",
  })
  void shouldAlertOnlyWhenStateAndVehicleAreKnown(
      StateVerdict state, VehicleVerdict vehicle, AlertReason reason) {
    AlertRule lenient =
        new AlertRule(
            Set.of("criminal"),
            Set.of("stolen_vehicle"),
            Map.of(),
            Set.of(PlateTier.EXACT, PlateTier.PARTIAL),
            true,
            true);
    assertEquals(
        reason,
        lenient
            .decide("stolen_vehicle", null, PlateTier.PARTIAL, state, vehicle, 1, "criminal")
            .reason());
  }

  @Test
  void shouldRefuseARuleThatNamesThousands() {
    assertThrows(BadInput.class, () -> new PartialRule(2, 0.5, 20));
    assertThrows(BadInput.class, () -> new PartialRule(4, 1.5, 20));
    assertThrows(BadInput.class, () -> new PartialRule(4, 0.5, 0));
  }
}
