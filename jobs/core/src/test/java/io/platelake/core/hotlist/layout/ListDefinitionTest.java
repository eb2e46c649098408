package io.platelake.core.hotlist.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.format.Layout;
import io.platelake.core.mapping.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ListDefinitionTest {
  private static final String MINIMAL =
      """
      id: stolen
      agency: city-2
      purpose: criminal
      source: wa_state_cjis
      format: csv
      columns:
        plate: LIC
      """;

  @Test
  void shouldFillInDefaults() {
    ListDefinition definition = ListDefinition.read(MINIMAL, "stolen.yaml");
    assertEquals("stolen", definition.id());
    assertEquals("city-2", definition.agency());
    assertEquals("city-2", definition.owner());
    assertFalse(definition.isForeign());
    assertEquals("criminal", definition.purpose());
    assertEquals("wa_state_cjis", definition.source());
    assertNull(definition.layoutName());
    assertEquals("", definition.layoutText());
    ListLayout layout = definition.layout();
    assertEquals(Layout.CSV, layout.format().layout());
    assertEquals(',', layout.format().rows().delimiter());
    assertEquals(Optional.empty(), layout.format().charset());
    assertFalse(layout.letterOAsZero());
    assertEquals(Map.of(ListField.PLATE, Source.at("LIC")), layout.fields());
  }

  @Test
  void shouldReadEveryKey() {
    String yaml =
        """
        # a comment
        id: stolen
        agency: city-2
        purpose: criminal
        source: wa_state_cjis
        format: csv
        delimiter: ";"
        encoding: windows-1252
        letter_o_as_zero: true
        columns:
          plate: " LIC "
          state: No
          category: 007
          offence_class: Class
          case_number: OCA
          officer: Officer
          determination: Why
          instructions: Text
          make: VMA
          model: VMO
          color: VCO
          body: VST
          begins: From
          expires: Until
        """;
    ListDefinition definition = ListDefinition.read(yaml, "stolen.yaml");
    assertEquals(';', definition.layout().format().rows().delimiter());
    assertEquals("windows-1252", definition.layout().format().encoding());
    assertTrue(definition.letterOAsZero());
    assertEquals(ListField.values().length, definition.layout().fields().size());
    assertEquals(List.of(List.of("LIC")), places(definition, ListField.PLATE));
    assertEquals(List.of(List.of("No")), places(definition, ListField.STATE));
    assertEquals(List.of(List.of("007")), places(definition, ListField.CATEGORY));
    assertEquals(List.of(List.of("Until")), places(definition, ListField.EXPIRES));
  }

  private static List<List<String>> places(ListDefinition definition, ListField field) {
    return definition.layout().fields().get(field).paths();
  }

  static Stream<Arguments> wrongDefinitions() {
    return Stream.of(
        Arguments.of(MINIMAL + "colour: red\n", "line 8", "key colour: is an unknown key"),
        Arguments.of(
            MINIMAL + "  colour: red\n", "line 8", "key columns.colour: is an unknown key"),
        Arguments.of(MINIMAL + "id: other\n", "line 8", "key id: comes twice"),
        Arguments.of(MINIMAL + "  plate: X\n", "line 8", "key columns.plate: comes twice"),
        Arguments.of(MINIMAL + "columns: {}\n", "line 8", "key columns: comes twice"),
        Arguments.of(MINIMAL + "letter_o_as_zero: yes\n", "line 8", "is not true or false"),
        Arguments.of(MINIMAL + "delimiter: ';;'\n", "line 8", "not one character"),
        Arguments.of(MINIMAL + "delimiter: '\"'\n", "delimiter", "cannot part columns"),
        Arguments.of(
            MINIMAL + "encoding: latin-99\n", "line 8", "key encoding: is not a known encoding"),
        Arguments.of(MINIMAL + "encoding: '  '\n", "line 8", "key encoding: is an empty text"),
        Arguments.of(
            MINIMAL.replace("id: stolen", "id: [1]"), "line 1", "key id: is a list or a mapping"),
        Arguments.of(MINIMAL.replace("id: stolen", "id: true"), "line 1", "key id: is not a text"),
        Arguments.of(MINIMAL.replace("id: stolen", "id:"), "line 1", "key id: has no value"),
        Arguments.of(MINIMAL.replace("id: stolen", "id: ' '"), "key id", "is an empty text"),
        Arguments.of(
            MINIMAL.replace("agency: city-2\n", ""), "line 1", "lacks the required key 'agency'"),
        Arguments.of(MINIMAL.replace("csv", "ncic"), "key format", "is not csv, the only one"),
        Arguments.of(MINIMAL.replace("plate: LIC", "state: LIS"), "columns.plate", "is missing"),
        Arguments.of(MINIMAL.replace("LIC", "' '"), "columns.plate", "is an empty text"),
        Arguments.of(MINIMAL.replace("  plate: LIC", "  - LIC"), "line 6", "is not a mapping"),
        Arguments.of(MINIMAL + "---\nid: b\n", "line 8", "starts a second document"),
        Arguments.of("- id\n", "line 1", "is not a mapping"),
        Arguments.of("", "stolen.yaml", "is empty"),
        Arguments.of("id: stolen\n\tagency: x\n", "line 2", "is not YAML: "));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("wrongDefinitions")
  void shouldNameFileAndPlaceOfWhatIsWrong(String yaml, String place, String why) {
    var error = assertThrows(BadInput.class, () -> ListDefinition.read(yaml, "stolen.yaml"));
    assertTrue(error.getMessage().startsWith("stolen.yaml"), error.getMessage());
    assertTrue(error.getMessage().contains(place), error.getMessage());
    assertTrue(error.getMessage().contains(why), error.getMessage());
  }
}
