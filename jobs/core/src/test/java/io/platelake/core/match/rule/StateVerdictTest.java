package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateVerdictTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "WA, WA, SAME",
        "wa, WA, SAME",
        "WA, OR, DIFFERENT",
        "null, WA, UNKNOWN",
        "WA, null, UNKNOWN",
        "null, null, UNKNOWN",
        "'', '', UNKNOWN",
        "unknown, unknown, UNKNOWN",
        "--, --, UNKNOWN",
        "-, WA, UNKNOWN",
      })
  void shouldNeverTurnUnknownIntoSame(String read, String entry, StateVerdict expected) {
    assertEquals(expected, StateVerdict.judge(read, entry));
    assertEquals(expected, StateVerdict.judge(entry, read));
  }
}
