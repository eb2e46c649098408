package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateInTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABC1234",
        "order about abc1234",
        "order about ABC 1234, at night",
        "ABC-12-34",
        "A.B.C.1.2.3.4",
        "owner:abc1234;case 7"
      })
  void shouldFindAPlateHoweverItIsSpaced(String text) {
    assertTrue(PlateInText.possible(text).contains(PlateKey.pack("ABC1234")), text);
    assertTrue(PlateInText.likely(text).contains(PlateKey.pack("ABC1234")), text);
  }

  @ParameterizedTest
  @CsvSource({
    "council, COUNCIL, ''",
    "RCW 46, 46 RCW RCW46, RCW46",
    "2026-06, 06 2026 202606, ''",
    "of 7, 7 OF OF7, ''",
    "-, '', ''"
  })
  void shouldTellWordsAndNumbersFromWhatHardlyIsOne(String text, String possible, String likely) {
    assertEquals(words(possible), spelled(PlateInText.possible(text)));
    assertEquals(words(likely), spelled(PlateInText.likely(text)));
  }

  @Test
  void shouldNotSpellMoreThanAPlateHolds() {
    assertEquals(words("ABCDEFGHIJKL M"), spelled(PlateInText.possible("ABCDEFGHIJKL-M")));
  }

  private static TreeSet<String> words(String text) {
    return new TreeSet<>(text.isEmpty() ? List.of() : List.of(text.split(" ")));
  }

  private static TreeSet<String> spelled(List<Long> keys) {
    return new TreeSet<>(keys.stream().map(PlateKey::unpack).toList());
  }
}
