package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTextTest {
  private static long key(String raw) {
    byte[] utf8 = (raw + "behind").getBytes(StandardCharsets.UTF_8);
    return PlateText.key(utf8, utf8.length - "behind".length());
  }

  @ParameterizedTest
  @CsvSource({
    "abc1234, ABC1234",
    "' ABC 1234 ', ABC1234",
    "ABC-1234, ABC1234",
    "AB.C1.234, ABC1234",
    "AB\u00B7C1234, ABC1234",
    "AB\u2013C1234, ABC1234",
    "AB\u00A0C1234, ABC1234",
    "'AB\tC1234', ABC1234",
    "0, 0",
    "1, 1",
    "ABCDEFGHIJ12, ABCDEFGHIJ12",
    "NON1, NON1",
    "1NONE, 1NONE",
    "UNKNOWN1, UNKNOWN1",
  })
  void shouldKeepLettersAndDigitsOnly(String raw, String plate) {
    assertEquals(Optional.of(plate), PlateText.normalise(raw));
    assertEquals(PlateKey.pack(plate), key(raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "---",
        "-1",
        ".",
        "unknown",
        "UNKNOWN",
        " Unknown ",
        "None",
        "null",
        "n/a",
        "N/A",
        "NON",
        "noplate",
        "No Plate",
        "no_plate",
        "no-plate",
        "undefined",
        "ABC\u001f123",
        "ABC?123",
        "ABC*123",
        "ABC_123",
        "ABC/123",
        "\u00C4BC123",
        "AB\u0131C123",
        "\u017FBC123",
        "\u0661\u0662\u0663",
        "\uFF21\uFF22",
        "ABCDEFGHIJ123",
      })
  void shouldFindNoPlate(String raw) {
    assertEquals(Optional.empty(), PlateText.normalise(raw));
    assertEquals(0, key(raw));
  }

  @Test
  void shouldFindNoPlateInNull() {
    assertEquals(Optional.empty(), PlateText.normalise(null));
  }

  @Property(tries = 300)
  void shouldBeStableAndMatchAPlainRegularExpression(@ForAll String raw) {
    Optional<String> plate = PlateText.normalise(raw);

    assertEquals(plate.map(PlateKey::pack).orElse(0L), key(raw));
    plate.ifPresent(p -> assertTrue(p.matches("[A-Z0-9]{1,12}")));
    plate.ifPresent(p -> assertEquals(plate, PlateText.normalise(p)));
    if (!raw.matches("[A-Za-z0-9\\s\\p{Z}.\u00B7\u2022\u2027\u30FB\u2010-\u2014\u2212-]*")) {
      assertEquals(Optional.empty(), plate);
    }
  }
}
