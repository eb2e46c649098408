package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRuleTest {
  private static final Map<String, Set<String>> CLASSES =
      Map.of("warrant", Set.of("felony", "gross_misdemeanor"));

  private static final AlertRule STRICT =
      new AlertRule(
          Set.of("criminal"),
          Set.of("stolen_vehicle", "warrant"),
          CLASSES,
          Set.of(PlateTier.EXACT),
          false,
          false);

  private static final AlertRule LENIENT =
      new AlertRule(
          Set.of("criminal"),
          Set.of("stolen_vehicle", "warrant"),
          CLASSES,
          Set.of(PlateTier.EXACT, PlateTier.EQUIVALENT),
          true,
          true);

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "stolen_vehicle, none, EXACT, SAME, CONSISTENT, criminal, ALERT, ALERT",
        "stolen_vehicle, misdemeanor, EXACT, SAME, CONSISTENT, criminal, ALERT, ALERT",
        "warrant, felony, EXACT, SAME, CONSISTENT, criminal, ALERT, ALERT",
        "warrant, misdemeanor, EXACT, SAME, CONSISTENT, criminal,"
            + " OFFENCE_CLASS_NOT_ALLOWED, OFFENCE_CLASS_NOT_ALLOWED",
        "warrant, none, EXACT, SAME, CONSISTENT, criminal,"
            + " OFFENCE_CLASS_NOT_ALLOWED, OFFENCE_CLASS_NOT_ALLOWED",
        "expired_tabs, none, EXACT, SAME, CONSISTENT, criminal,"
            + " CATEGORY_NOT_ALLOWED, CATEGORY_NOT_ALLOWED",
        "none, none, EXACT, SAME, CONSISTENT, criminal,"
            + " CATEGORY_NOT_ALLOWED, CATEGORY_NOT_ALLOWED",
        "stolen_vehicle, none, EXACT, SAME, CONSISTENT, parking,"
            + " PURPOSE_HAS_NO_ALERTS, PURPOSE_HAS_NO_ALERTS",
        "stolen_vehicle, none, EXACT, SAME, CONSISTENT, none,"
            + " PURPOSE_HAS_NO_ALERTS, PURPOSE_HAS_NO_ALERTS",
        "stolen_vehicle, none, EQUIVALENT, SAME, CONSISTENT, criminal, TIER_NOT_ALLOWED, ALERT",
        "stolen_vehicle, none, NEAR, SAME, CONSISTENT, criminal,"
            + " TIER_NOT_ALLOWED, TIER_NOT_ALLOWED",
        "stolen_vehicle, none, PARTIAL, SAME, CONSISTENT, criminal,"
            + " TIER_NOT_ALLOWED, TIER_NOT_ALLOWED",
        "stolen_vehicle, none, VEHICLE, SAME, CONSISTENT, criminal,"
            + " TIER_NOT_ALLOWED, TIER_NOT_ALLOWED",
        "stolen_vehicle, none, none, SAME, CONSISTENT, criminal,"
            + " TIER_NOT_ALLOWED, TIER_NOT_ALLOWED",
        "stolen_vehicle, none, EXACT, DIFFERENT, CONSISTENT, criminal,"
            + " STATE_DIFFERS, STATE_DIFFERS",
        "stolen_vehicle, none, EXACT, UNKNOWN, CONSISTENT, criminal, STATE_UNKNOWN, ALERT",
        "stolen_vehicle, none, EXACT, SAME, INCONSISTENT, criminal,"
            + " VEHICLE_DIFFERS, VEHICLE_DIFFERS",
        "stolen_vehicle, none, EXACT, SAME, UNKNOWN, criminal, VEHICLE_UNKNOWN, ALERT",
        "stolen_vehicle, none, EQUIVALENT, UNKNOWN, UNKNOWN, criminal, TIER_NOT_ALLOWED, ALERT",
      })
  void shouldGiveTheFirstReason(
      String category,
      String offenceClass,
      PlateTier tier,
      StateVerdict state,
      VehicleVerdict vehicle,
      String purpose,
      String strict,
      String lenient) {
    AlertDecision byStrict =
        STRICT.decide(category, offenceClass, tier, state, vehicle, 0, purpose);
    AlertDecision byLenient =
        LENIENT.decide(category, offenceClass, tier, state, vehicle, 0, purpose);

    assertEquals(strict, byStrict.reasonCode());
    assertEquals(strict.equals("ALERT"), byStrict.alert());
    assertEquals(lenient, byLenient.reasonCode());
    assertEquals(lenient.equals("ALERT"), byLenient.alert());
  }

  /** An exact plate of the same state alerts whatever its score; other reasons come first. */
  @ParameterizedTest
  @CsvSource({
    "EXACT, SAME, CONSISTENT, 0.01, ALERT",
    "EXACT, UNKNOWN, CONSISTENT, 0.49, SCORE_TOO_LOW",
    "EXACT, UNKNOWN, CONSISTENT, 0.5, ALERT",
    "EQUIVALENT, SAME, CONSISTENT, 0.79, SCORE_TOO_LOW",
    "EQUIVALENT, SAME, UNKNOWN, 0.8, ALERT",
    "EQUIVALENT, DIFFERENT, CONSISTENT, 0.1, STATE_DIFFERS",
    "EQUIVALENT, SAME, INCONSISTENT, 0.1, VEHICLE_DIFFERS",
    "NEAR, SAME, CONSISTENT, 0.01, ALERT",
    "PARTIAL, SAME, CONSISTENT, 0.01, TIER_NOT_ALLOWED",
  })
  void shouldAskForTheLeastScoreOfTheTier(
      PlateTier tier, StateVerdict state, VehicleVerdict vehicle, double score, String reason) {
    AlertRule scored =
        new AlertRule(
            Set.of("criminal"),
            Set.of("stolen_vehicle"),
            Map.of(),
            Set.of(PlateTier.EXACT, PlateTier.EQUIVALENT, PlateTier.NEAR),
            true,
            true,
            Map.of(PlateTier.EXACT, 0.5, PlateTier.EQUIVALENT, 0.8));
    AlertDecision decision =
        scored.decide("stolen_vehicle", null, tier, state, vehicle, score, "criminal");
    assertEquals(reason, decision.reasonCode());
    assertEquals(reason.equals("ALERT"), decision.alert());
  }

  @Test
  void shouldRefuseOffenceClassesThatLimitNothing() {
    assertThrows(BadInput.class, () -> rule(Map.of("tow", Set.of("felony"))));
    assertEquals(Map.of(), rule(Map.of("warrant", Set.of())).offenceClasses());
  }

  @Test
  void shouldRefuseAlertsWithoutAPlate() {
    assertThrows(
        BadInput.class,
        () -> new AlertRule(Set.of(), Set.of(), Map.of(), Set.of(PlateTier.VEHICLE), false, false));
  }

  private static AlertRule rule(Map<String, Set<String>> offenceClasses) {
    return new AlertRule(Set.of(), Set.of("warrant"), offenceClasses, Set.of(), false, false);
  }
}
