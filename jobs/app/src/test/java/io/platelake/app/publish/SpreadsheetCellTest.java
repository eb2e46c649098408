package io.platelake.app.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+3",
        " =1",
        "\t=1",
        "\r=1",
        "|calc",
        "%0A=1",
        "＝1+1",
        "-122.9 and more"
      })
  void shouldMakeAFormulaAText(String text) {
    assertEquals("'" + text, SpreadsheetCell.harmless(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Main St", "-122.9", "+47.05", "1e-7", "", "a=b", "5 %", "2026-06-01"})
  void shouldLeaveOtherTextsAsTheyAre(String text) {
    assertEquals(text, SpreadsheetCell.harmless(text));
  }

  @Test
  void shouldLeaveAnEmptyField() {
    assertNull(SpreadsheetCell.harmless(null));
  }
}
