package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.yaml.YamlValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateCharactersTest {
  private static String plate(String rule, String text) {
    YamlValue value = YamlValue.read("rule: " + rule + "\n", "f.yaml").entries().get("rule");
    return PlateText.spelled(PlateCharacters.read(value).applied(text)).orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // text | keep | fold | omit
        "ABC 123 | ABC123 | ABC123 | ABC123",
        "G\u00d6 AB 123 | none | GOAB123 | GAB123",
        "GO\u0308 AB 123 | none | GOAB123 | GAB123",
        "g\u00f6 ab 123 | none | GOAB123 | GAB123",
        "\u00c5 \u00c4\u00d6 22 | none | AAO22 | 22",
        "\u0141\u00d8\u0110 1 | none | LOD1 | 1",
        "STRA\u00dfE | none | STRASSE | STRAE",
        "\uff21\uff22\uff11\uff12 | none | AB12 | none",
        "\u0410123\u0412\u042177 | none | A123BC77 | 12377",
        "\u0391\u0392\u0395 1234 | none | ABE1234 | 1234",
        "\u0416123 | none | none | 123",
        "\u4eacA12345 | none | none | A12345",
        "\u0661\u0662\u0663 ABC | none | 123ABC | ABC",
        "ABC 1\u20823 | none | ABC123 | ABC13",
        "AB\u00b2\u2461 | none | AB22 | AB",
        "HI\u2665MOM | none | HIMOM | HIMOM",
        "HI\u2665\ufe0fMOM | none | HIMOM | HIMOM",
        "HI\ud83d\ude00MOM | none | HIMOM | HIMOM",
        "O'BRIEN | none | OBRIEN | OBRIEN",
        "A&B 12 | none | AB12 | AB12",
        "1/2 TON | none | 12TON | 12TON",
        "TEMP_8841 | none | TEMP8841 | TEMP8841",
        "MA\u00b7XY 12 | MAXY12 | MAXY12 | MAXY12",
        "AB?123 | none | none | none",
        "AB*123 | none | none | none",
        "AB\ufffd123 | none | none | none",
        "\u2665 | none | none | none",
      })
  void shouldKeepFoldOrOmit(String text, String keep, String fold, String omit) {
    assertEquals(keep, plate("keep", text));
    assertEquals(fold, plate("fold", text));
    assertEquals(omit, plate("omit", text));
  }

  @Test
  void shouldHaveARuleForEachKind() {
    String rule = "{marks: fold, scripts: omit}";
    assertEquals("GOAB123", plate(rule, "G\u00d6 AB 123"));
    assertEquals("A12345", plate(rule, "\u4eacA12345"));
    assertEquals("none", plate(rule, "A&B 12"));
    BadInput bad = assertThrows(BadInput.class, () -> plate("{symbols: fold}", "A"));
    assertTrue(bad.getMessage().contains("a symbol looks like no letter"), bad.getMessage());
    assertThrows(BadInput.class, () -> plate("{letters: fold}", "A"));
    assertThrows(BadInput.class, () -> plate("drop", "A"));
  }

  @Test
  void shouldLeaveOtherTextsAlone() {
    assertNull(PlateCharacters.KEPT.applied(null));
    String text = "G\u00d6 1";
    assertSame(text, PlateCharacters.KEPT.applied(text));
    assertSame(PlateCharacters.KEPT, PlateCharacters.read(null));
  }
}
