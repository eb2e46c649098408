package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.yaml.YamlValue;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words for "no plate" are no plates, however they are written; plates that resemble them are. */
class NoPlateWordsTest {
  /** A text, and the word as the list of words writes it. */
  @ParameterizedTest
  @CsvSource({
    "NOTDEFINED, NOT DEFINED",
    "Not defined, NOT DEFINED",
    "not_defined, NOT DEFINED",
    "UNLICENSED, UNLICENSED",
    "NO TAG, NO TAG",
    "NOTAG, NO TAG",
    "n0-tag, NO TAG",
    "NO PLATE, NO PLATE",
    "NoPlate, NO PLATE",
    "N0PLATE, NO PLATE",
    "UNREADABLE, UNREADABLE",
    "UNK, UNK",
    "UNKN0WN, UNKNOWN",
    "TEMP TAG, TEMP TAG",
    "SIN PLACA, SIN PLACA",
    "sin matrícula, SIN MATRÍCULA",
    "NONE, NONE",
    "NULL, 'NULL'",
    "<null>, 'NULL'",
    "N/A, N/A",
    "n/a, n/a",
    "-1, -1",
    "KEIN KENNZEICHEN, KEIN KENNZEICHEN",
    "NoPlateFound, NO PLATE FOUND",
    "no_plate_detected, NO PLATE DETECTED",
    "NO FRONT PLATE, NO FRONT PLATE",
    "License plate not found, LICENSE PLATE NOT FOUND",
    "PLATE UNKNOWN, PLATE UNKNOWN",
    "UNKPLATE, UNK PLATE",
    "DEALER TAG, DEALER TAG",
    "NOT VISIBLE, NOT VISIBLE",
    "ei kilpeä, EI KILPEÄ",
    "لا يوجد, لا يوجد",
    "NO LICENSE PLATE, NO LICENSE PLATE",
    "SANS PLAQUE, SANS PLAQUE",
    "无车牌, 无车牌",
    "无牌车, 无牌车",
    "'[无 车牌]', 无车牌",
    "Без номера, БЕЗ НОМЕРА",
    "ナンバーなし, ナンバーなし",
    "XXXXXXX, one character repeated",
    "xxxx, one character repeated",
    "00000, one character repeated",
    "OOOO, one character repeated",
    "0-0-0-0, one character repeated",
    "9999999, one character repeated",
  })
  void shouldKnowAWordHoweverItIsWritten(String raw, String word) {
    assertEquals(Optional.of(word), NoPlateWords.COMMON.find(raw));
    assertEquals(Optional.empty(), NoPlateWords.COMMON.plate(raw));
    assertEquals(Optional.empty(), PlateText.normalise(raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNKNOWN1",
        "NOTAG1",
        "1NONE",
        "N0N",
        "NA",
        "1",
        "0",
        "000",
        "XXX",
        "777777",
        "111111",
        "O0O0",
        "XXXXXXA",
        "TAG",
        "UNIC0RN",
        "TEMP",
        "NOT",
        "KEIN",
        "BRAK",
        "TRUE",
        "X0X0X0",
        "NOFRONT",
        "DEALER",
        "FOUND",
        "TAGNO1",
      })
  void shouldLeavePlatesAlone(String plate) {
    assertEquals(Optional.empty(), NoPlateWords.COMMON.find(plate));
    assertEquals(Optional.of(plate), NoPlateWords.COMMON.plate(plate));
    assertFalse(NoPlateWords.isCommon(PlateKey.pack(plate)));
  }

  @Test
  void shouldKnowTheWordsOfAFeedAndItsPlates() {
    NoPlateWords words = words("{add: [Sin Lamina, ABC], plates: [missing, XXXX, 'NULL']}");
    assertEquals(Optional.of("Sin Lamina"), words.find("SIN-LAMINA"));
    assertEquals(Optional.empty(), words.plate("SINLAMINA"));
    assertEquals(Optional.empty(), words.plate("ABC"));
    assertEquals(Optional.of("ABCD"), words.plate("ABCD"));
    for (String plate : new String[] {"MISSING", "XXXX", "NULL"}) {
      assertEquals(Optional.of(plate), words.plate(plate));
      assertTrue(words.isPlateHere(plate));
      assertTrue(NoPlateWords.isCommon(PlateKey.pack(plate)), "never matches all the same");
    }
    assertEquals(Optional.empty(), words.plate("XXXXX"));
    assertEquals(Optional.of("SINLAMINA"), NoPlateWords.COMMON.plate("SINLAMINA"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{add: ['--']} | is no word of 1 to 32 letters and digits",
        "{words: [A]} | is an unknown key",
        "{add: {NOTAG: 1}} | is a list or a mapping, not a text",
        "{plates: [NULL]} | has no value",
      })
  void shouldSayWhatIsWrong(String yaml, String message) {
    BadInput e = assertThrows(BadInput.class, () -> words(yaml));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void shouldShipNoWordTwiceAndFindEach() {
    for (String word : NoPlateWords.common()) {
      assertEquals(Optional.of(word), NoPlateWords.COMMON.find(word));
    }
    assertTrue(NoPlateWords.common().size() > 150);
  }

  /** The sorted keys say the same as the slow comparison of forms. */
  @Property(tries = 2_000)
  void shouldDecideByKeyAsByText(@ForAll @From("nearWords") String plate) {
    boolean word = NoPlateWords.COMMON.find(plate).isPresent();
    assertEquals(word, NoPlateWords.isCommon(PlateKey.pack(plate)), "by key");
  }

  @Provide
  Arbitrary<String> nearWords() {
    Arbitrary<String> words =
        Arbitraries.of("NOTAG", "N0TAG", "UNKN0WN", "NOPLATE", "N0N", "0000", "XXXX", "NONE");
    Arbitrary<String> ends = Arbitraries.of("", "", "0", "O", "X", "1");
    return words
        .flatMap(word -> ends.map(end -> word + end))
        .flatMap(text -> Arbitraries.of(text, text.replace('O', '0'), text.replace('0', 'O')));
  }

  private static NoPlateWords words(String yaml) {
    return NoPlateWords.read(YamlValue.read(yaml, "north.yaml"));
  }
}
