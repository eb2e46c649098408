package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.feed.Shared;
import io.platelake.core.hotlist.layout.ListDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries with a word for no plate, or with what a spreadsheet made of a plate. */
class NoPlateEntriesTest {
  private static final String CSV = "format: csv\ncolumns: {plate: plate, category: category}\n";
  private static final String JSON =
      "layout: {format: json, fields: {plate: plate, category: category}}\n";

  /** The plate of an entry, and its code; a plate that is accepted has none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WRD2601        |",
        "NONE           | PLATE_PLACEHOLDER",
        "UNK            | PLATE_PLACEHOLDER",
        "UNKNOWN        | PLATE_PLACEHOLDER",
        "NO PLATE       | PLATE_PLACEHOLDER",
        "NO_PLATE       | PLATE_PLACEHOLDER",
        "NOTAG          | PLATE_PLACEHOLDER",
        "NO TAG         | PLATE_PLACEHOLDER",
        "N0TAG          | PLATE_PLACEHOLDER",
        "NOT DEFINED    | PLATE_PLACEHOLDER",
        "UNREADABLE     | PLATE_PLACEHOLDER",
        "XXXXXXX        | PLATE_PLACEHOLDER",
        "N/A            | PLATE_PLACEHOLDER",
        "UNLICENSED     | PLATE_PLACEHOLDER",
        "TEMP TAG       | PLATE_PLACEHOLDER",
        "------         | PLATE_PLACEHOLDER",
        "00000          | PLATE_PLACEHOLDER",
        "SIN PLACA      | PLATE_PLACEHOLDER",
        "无车牌          | PLATE_PLACEHOLDER",
        "A&B 12         | PLATE_UNREADABLE",
        "NO?TAG         | PLATE_PARTIAL",
        "UNK*           | PLATE_PARTIAL",
        "1-Mar          | PLATE_DAMAGED",
        "Mar-01         | PLATE_DAMAGED",
        "3/1/2026       | PLATE_DAMAGED",
        "2026-03-01     | PLATE_DAMAGED",
        "1.23E+05       | PLATE_DAMAGED",
        "1.23E05        | PLATE_DAMAGED",
        "TRUE           | PLATE_DAMAGED",
        "FAUX           | PLATE_DAMAGED",
        "MAR-01         |",
      })
  void shouldRefuseWhatIsNoPlate(String plate, String code) {
    assertEquals(code == null ? "accepted" : code, outcome(plate, Lists.by(CSV)));
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING, accepted",
    "TRUE, accepted",
    "XXXX, accepted",
    "XXXXX, PLATE_PLACEHOLDER",
    "SIN LAMINA, PLATE_PLACEHOLDER",
    "NO TAG, PLATE_PLACEHOLDER",
  })
  void shouldFollowTheList(String plate, String outcome) {
    String own = "no_plate_words: {add: [SIN LAMINA], plates: [MISSING, 'TRUE', XXXX]}\n";
    assertEquals(outcome, outcome(plate, Lists.by(CSV + own)));
  }

  /** No spreadsheet writes JSON, so a truth value in quotes is a plate there. */
  @Test
  void shouldTakeATruthValueInJsonForAPlate() {
    String text = "[{\"plate\":\"TRUE\",\"category\":\"stolen_vehicle\"}]";
    ParsedList list = Lists.parse(text, Lists.by(JSON));
    assertEquals(List.of("TRUE"), list.accepted().stream().map(HotlistEntry::plate).toList());
  }

  /** The reference list beside the project: words that a manual of a state forbids. */
  @Test
  void shouldRefuseTheWordsOfTheReferenceList() throws IOException {
    String folder = "field-cases/26-hotlist-words/";
    String yaml = new String(Shared.bytes(folder + "list.yaml"), StandardCharsets.UTF_8);
    ParsedList list =
        Lists.parse(
            Shared.bytes(folder + "list.csv"), ListDefinition.read(yaml, "list.yaml"), Lists.RULES);
    assertEquals(List.of("WRD2601"), list.accepted().stream().map(HotlistEntry::plate).toList());
    assertEquals(
        Map.of("PLATE_PLACEHOLDER", 12L, "PLATE_UNREADABLE", 3L),
        list.refused().stream()
            .collect(Collectors.groupingBy(entry -> entry.code().name(), Collectors.counting())));
  }

  private static String outcome(String plate, ListDefinition definition) {
    ParsedList list =
        Lists.parse(
            "plate,category\nTST0001,stolen_vehicle\n" + plate + ",stolen_vehicle\n", definition);
    return list.refused().isEmpty() ? "accepted" : list.refused().get(0).code().name();
  }
}
