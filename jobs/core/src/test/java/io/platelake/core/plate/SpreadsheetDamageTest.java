package io.platelake.core.plate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetDamageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.23E+05",
        "1,23E+05",
        "1.23E05",
        "12E-5",
        "1-Mar",
        "01-Mar",
        "Mar-01",
        "Mar-2026",
        "1-Mar-26",
        "26. Mrz",
        "Mrz 26",
        "1. Okt",
        "26-mars",
        "mars-26",
        "1-janv.",
        "déc-01",
        "1-ene",
        "ago-07",
        "1-gen",
        "1/out",
        "1-mei",
        "Sept-26",
        "3/1/2026",
        "2026-03-01",
        "2026/3/1",
        "01.03.2026",
        "01-03-2026",
        "31.12.2026",
        "12/31/2026",
        "3/1/26",
        "3/1",
        "2026-03-01 00:00:00",
        "2026-03-01T00:00:00Z",
        " 1-Mar ",
        "1-Mar-2026 00:00",
        "12:30",
        "12:30:00",
        "1:05 PM",
        "#NAME?",
        "#DIV/0!",
        "#VALEUR!",
        "Err:502",
        "########",
      })
  void shouldKnowWhatASpreadsheetMadeOfAPlate(String raw) {
    assertTrue(SpreadsheetDamage.isDamaged(raw));
  }

  /** Readers write one case; a date has a month and a day. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABC-1234",
        "MAR-01",
        "1-MAR",
        "MAR 2026",
        "DEC-1234",
        "1MAR",
        "Mar01",
        "12E4567",
        "46082",
        "20260301",
        "2026-13-41",
        "99-99-9999",
        "12-34-56",
        "01-03-26",
        "Abc-01",
        "1-Foo",
        "TRUE",
        "12.345",
        "1-2-AB",
        "A-1",
        "-",
        "",
        "May",
        "1-Marx",
        "AB-12-CD",
        "Mar-KT 01",
      })
  void shouldLeavePlatesAlone(String raw) {
    assertFalse(SpreadsheetDamage.isDamaged(raw));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "False", "wahr", "FALSCH", "VRAI", "faux", "FALSO", "ЛОЖЬ"})
  void shouldKnowTruthValues(String raw) {
    assertTrue(SpreadsheetDamage.isTruthValue(raw));
    assertFalse(SpreadsheetDamage.isTruthValue(raw + "1"));
  }
}
