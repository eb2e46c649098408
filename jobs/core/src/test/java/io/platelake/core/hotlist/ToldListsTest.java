package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import io.platelake.core.hotlist.layout.ListDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes that a list tells in the words that a feed has for them. */
class ToldListsTest {
  private static List<String> plates(ListDefinition definition, String file) {
    return Lists.parse(file, definition).accepted().stream().map(HotlistEntry::plate).toList();
  }

  @Test
  void shouldSelectFromListsOfNamesAndValues() {
    ListDefinition definition =
        Lists.by(
            """
            mapping:
              format: json
              each: entries
              fields:
                plate: "fields[name=plate].value"
                category: {value: stolen_vehicle}
            """);
    String file =
        """
        {"entries": [{"fields": [{"name": "plate", "value": "TST1"}, {"name": "x", "value": "1"}]},
                     {"fields": [{"name": "x", "value": "1"}, {"name": "Plate", "value": "TST2"}]}]}
        """;
    assertEquals(List.of("TST1", "TST2"), plates(definition, file));
  }

  @Test
  void shouldReadListsOfPlainTexts() {
    ListDefinition definition =
        Lists.by(
            """
            mapping:
              format: json
              each: plates
              fields: {plate: ., category: {value: stolen_vehicle}}
            """);
    assertEquals(
        List.of("TST1", "0012345", "1234567"),
        plates(definition, "{\"plates\": [\"TST1\", \"0012345\", 1234567, null]}"));
  }

  @Test
  void shouldReadEntriesWithoutLineEnds() {
    ListDefinition definition =
        Lists.by(
            """
            mapping:
              format: fixed
              length: 10
              line_ends: none
              fields: {plate: "0:8", state: "8:10", category: {value: stolen_vehicle}}
            """);
    assertEquals(List.of("TST1", "TST2"), plates(definition, "TST1    WATST2    OR\n"));
    assertThrows(BadInput.class, () -> plates(definition, "TST1    WATST2   "));
  }

  @Test
  void shouldFoldAndOmitAsTheListSays() {
    String csv = "format: csv\ncolumns: {plate: plate, category: category}\n";
    String file =
        "plate,category\nHI\u2665MOM,stolen_vehicle\nO'BRIEN,stolen_vehicle\n"
            + "A&B 12,stolen_vehicle\nG\u00d6 1,stolen_vehicle\n";
    assertEquals(List.of(), plates(Lists.by(csv), file));
    assertEquals(
        List.of("HIMOM", "OBRIEN", "AB12"),
        plates(Lists.by("plate_characters: {symbols: omit}\n" + csv), file));
    assertEquals(
        List.of("HIMOM", "OBRIEN", "AB12", "GO1"),
        plates(Lists.by("plate_characters: fold\n" + csv), file));
  }
}
