package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class NearRuleTest {
  public static final NearRule USUAL = new NearRule(5, 0.5, 0.8);

  @ParameterizedTest
  @CsvSource({
    "true, SAME, CONSISTENT, 0.99, CANDIDATE",
    "true, UNKNOWN, UNKNOWN, NaN, CANDIDATE",
    "true, DIFFERENT, CONSISTENT, 0.5, NONE",
    "true, SAME, INCONSISTENT, 0.5, NONE",
    "false, SAME, CONSISTENT, 0.99, STATE_AND_VEHICLE",
    "false, SAME, UNKNOWN, 0.5, NONE",
    "false, UNKNOWN, CONSISTENT, 0.99, NONE",
    "false, UNKNOWN, CONSISTENT, 0.8, NONE",
    "false, UNKNOWN, CONSISTENT, 0.79, LOW_CONFIDENCE_AND_VEHICLE",
    "false, UNKNOWN, CONSISTENT, NaN, NONE",
    "false, DIFFERENT, CONSISTENT, 0.5, NONE",
    "false, UNKNOWN, UNKNOWN, 0.1, NONE",
  })
  void shouldAskForMoreThanAnEdit(
      boolean offered,
      StateVerdict state,
      VehicleVerdict vehicle,
      double confidence,
      NearEvidence expected) {
    NearEvidence evidence = USUAL.evidence(offered, state, vehicle, confidence);
    assertEquals(expected, evidence);
    assertEquals(expected != NearEvidence.NONE, evidence.isEnough());
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5, 0.8", "5, -0.1, 0.8", "5, 0.5, 1.1", "5, NaN, 0.8"})
  void shouldRefuseImpossibleThresholds(int length, double share, double low) {
    assertThrows(BadInput.class, () -> new NearRule(length, share, low));
  }
}
