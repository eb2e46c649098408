package io.platelake.core.match.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationOrderTest {
  private static final Instant ALERT = Instant.parse("2026-05-01T08:00:00Z");

  /** Steps as letter and minute after the alert; an exclamation mark after a failed check. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'', '[]'",
    "P1, '[]'",
    "P1 S1 V2 D3 X9 R20, '[]'",
    "R20 D3 X9 V2 S1 P1, '[]'",
    "P1 S1 V2! R3, '[]'",
    "P1 S1 V2 D3 R9, '[]'",
    "P-1, '[BEFORE_ALERT]'",
    "P1 P2, '[REPEATED]'",
    "P1 V2, '[CHECK_MISSING]'",
    "X1, '[STOP_UNVERIFIED]'",
    "P1 S1 V2 X9, '[STOP_UNVERIFIED]'",
    "P1 S1 V2 D9 X3, '[OUT_OF_ORDER, STOP_UNVERIFIED]'",
    "P1 S1 V2! D3 X9 R20, '[STOP_AFTER_FAILED_CHECK]'",
    "P1 S1! V2 D3 X9, '[STOP_AFTER_FAILED_CHECK]'",
    "P1 S1 V2 D3! X9, '[STOP_AFTER_FAILED_CHECK]'",
    "P1 S1 V2 D3 X9 R8, '[OUT_OF_ORDER]'",
    "R5, '[RESULT_WITHOUT_CHECK]'",
    "S1 P2, '[OUT_OF_ORDER, CHECK_MISSING]'",
  })
  void shouldFindStepsLeftOutOrOutOfOrder(String steps, String faults) {
    List<StepTaken> taken = new ArrayList<>();
    for (String step : steps.isEmpty() ? new String[0] : steps.split(" ")) {
      boolean confirmed = !step.endsWith("!");
      long minutes = Long.parseLong(step.substring(1).replace("!", ""));
      taken.add(
          new StepTaken(
              Step.values()["PSVDXR".indexOf(step.charAt(0))],
              ALERT.plusSeconds(60 * minutes),
              confirmed));
    }
    assertEquals(faults, VerificationOrder.faults(ALERT, taken).toString());
  }
}
