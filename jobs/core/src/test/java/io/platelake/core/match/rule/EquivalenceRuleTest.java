package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquivalenceRuleTest {
  private static final EquivalenceRule ONE_IN_5_TO_11 = new EquivalenceRule(5, 11, 1);

  @ParameterizedTest(name = "{0} against {1}, O as zero {2}: {3}")
  @CsvSource(
      nullValues = "none",
      value = {
        "ABC1234, ABC1234, false, EXACT",
        "ABC1234, ABCI234, false, EQUIVALENT",
        "ABC1234, A8CI234, false, none",
        "ABC1234, ABC1235, false, none",
        "ABC1234, ABC123, false, none",
        // Length limits hold for substitutions only.
        "AB1, AB1, false, EXACT",
        "AB12, ABI2, false, none",
        "AB123, ABI23, false, EQUIVALENT",
        "AB123456789, ABI23456789, false, EQUIVALENT",
        "AB1234567890, ABI234567890, false, none",
        // The list's own spelling is free, at every length and beside one substitution.
        "ABO, AB0, true, EQUIVALENT",
        "ABO, AB0, false, none",
        "OOO123, 000123, true, EQUIVALENT",
        "OOO123, 000123, false, none",
        "OBC1234, 0BCI234, true, EQUIVALENT",
        "OBC1234, 08CI234, true, none",
        "DBC1234, 0BCI234, true, none",
        "ABO, AB0C, true, none",
      })
  void shouldTellExactFromEquivalent(
      String read, String entry, boolean letterOAsZero, PlateTier expected) {
    assertEquals(
        Optional.ofNullable(expected),
        ONE_IN_5_TO_11.tier(
            PlateKey.pack(read), PlateKey.pack(entry), OcrClasses.GENETEC, letterOAsZero));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"ABO, AB0, EQUIVALENT", "AB1, ABI, none", "AB1, AB1, EXACT"})
  void shouldTolerateOnlyTheListsSpellingWithoutClasses(
      String read, String entry, PlateTier expected) {
    EquivalenceRule strict = new EquivalenceRule(1, 12, 0);
    assertEquals(
        Optional.ofNullable(expected),
        strict.tier(PlateKey.pack(read), PlateKey.pack(entry), OcrClasses.of(List.of()), true));
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 1", "6, 5, 1", "5, 11, -1"})
  void shouldRefuseImpossibleLimits(int minLength, int maxLength, int maxSubstitutions) {
    assertThrows(BadInput.class, () -> new EquivalenceRule(minLength, maxLength, maxSubstitutions));
  }
}
