package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatePatternTest {
  @ParameterizedTest(name = "{0} fits {1}: {2}")
  @CsvSource({
    "ABC*, ABC1234, true",
    "ABC*, ABC, true",
    "ABC*, XABC123, false",
    "*234, ABC1234, true",
    "*234, ABC2345, false",
    "abc-?2?4, ABC1234, true",
    "ABC?234, ABC234, false",
    "*C12*, ABC1234, true",
    "A*1*4, ABC1234, true",
    "A*1*4, ABC1243, false",
    "*ABAB*, XABABAB1, true",
    "A***B?1, AAB71, true",
  })
  void shouldTakeAQuestionMarkForOneAndAStarForAnyNumber(
      String pattern, String plate, boolean fits) {
    assertEquals(fits, PlatePattern.of(pattern, false, 3).matches(PlateKey.pack(plate)));
  }

  @ParameterizedTest
  @CsvSource({
    "AB0*, ABO123, true, true",
    "AB0*, ABO123, false, false",
    "ABO*, AB0123, true, false"
  })
  void shouldReadAZeroOfAListWithoutLetterOAsEither(
      String pattern, String plate, boolean letterOAsZero, boolean fits) {
    assertEquals(fits, PlatePattern.of(pattern, letterOAsZero, 3).matches(PlateKey.pack(plate)));
  }

  @ParameterizedTest
  @CsvSource({"AB*", "A?B*", "'*'", "''", "AB.C", "ABCD?????????", "ÄBCD"})
  void shouldRefuseWhatNamesTooManyPlatesWithoutQuotingIt(String pattern) {
    var error = assertThrows(BadInput.class, () -> PlatePattern.of(pattern, false, 3));
    assertTrue(error.getMessage().startsWith("partial plate: "), error.getMessage());
    assertFalse(pattern.length() > 1 && error.getMessage().contains(pattern));
  }

  @ParameterizedTest
  @CsvSource({"ab?*?c, AB??*C, 3", "*?*A--b c, ?*ABC, 3", "A**B0?, A*B0?, 3"})
  void shouldWriteTheSamePatternInOneWay(String raw, String text, int known) {
    PlatePattern pattern = PlatePattern.of(raw, true, 3);
    assertEquals(text, pattern.text());
    assertEquals(known, pattern.known());
    assertEquals(pattern, PlatePattern.of(text, true, 3));
  }

  @Test
  void shouldRefuseNothingButZerosThatMayBeTheLetterO() {
    assertThrows(BadInput.class, () -> PlatePattern.of("000*", true, 3));
    assertTrue(PlatePattern.of("000*", false, 3).matches(PlateKey.pack("0001")));
  }

  @Property(tries = 2000)
  void shouldAgreeWithARegularExpression(
      @ForAll("patterns") String pattern, @ForAll("plates") String plate) {
    String regex = pattern.replace("?", ".").replace("*", ".*");
    PlatePattern compiled = PlatePattern.of(pattern, false, 0);
    assertEquals(plate.matches(regex), compiled.matches(PlateKey.pack(plate)));
    assertFalse(compiled.matches(0));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("AB1?*").ofMaxLength(7);
  }

  @Provide
  Arbitrary<String> plates() {
    return Arbitraries.strings().withChars("AB1").ofMinLength(1).ofMaxLength(7);
  }
}
