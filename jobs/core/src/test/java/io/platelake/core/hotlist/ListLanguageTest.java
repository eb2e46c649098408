package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.hotlist.layout.ListDefinition;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What feeds say of their files, lists can say too. */
class ListLanguageTest {
  private static final ListDefinition CSV =
      Lists.by(
          """
          mapping:
            format: csv
            header: names
            null_values: [N/A]
            defaults: {category: stolen_vehicle}
            fields:
              plate: {at: Plate, else: Old Plate}
              category: {at: Kind, codes: {W: warrant}, others: unknown}
              offence_class: {at: Class, when: {Kind: [W]}}
              case_number: [Year, Number]
              expires: {at: Until, pattern: "d MMM yyyy[ HH:mm]", zone: America/Los_Angeles}
          """);

  private static final String HEADER = "Plate,Old Plate,Kind,Class,Year,Number,Until\n";

  private static final ListDefinition XML =
      Lists.by(
          """
          mapping:
            format: xml
            record: entry
            kind: {at: type, wanted: [v], unwanted: [person]}
            fields: {plate: plate.text, category: {value: stolen_vehicle}, make: car.make}
          """);

  private static final ListDefinition WRAPPED =
      Lists.by(
          """
          mapping:
            format: json
            each: data.entries
            fields: {plate: p, category: $.reason}
          """);

  private static String words(ParsedList list) {
    return String.join(
        " ",
        list.accepted().stream()
            .map(
                e ->
                    e.plate()
                        + "/"
                        + e.category()
                        + "/"
                        + e.offenceClass()
                        + "/"
                        + e.caseNumber()
                        + "/"
                        + e.expires())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A1,,W,felony,26,7,31 Dec 2026 | A1/warrant/felony/26 7/2027-01-01T08:00:00Z",
        "N/A,B2,X,felony,,7,31 dec 2026 10:00 | B2/stolen_vehicle/null/7/2026-12-31T18:00:00Z",
        ",B2,,,,,N/A | B2/stolen_vehicle/null/null/null",
        // The hour from two to three does not exist on this day.
        "A1,,,,,,14 Mar 2027 02:30 | A1/stolen_vehicle/null/null/2027-03-14T10:30:00Z",
      })
  void shouldGiveTextAMeaning(String row, String words) {
    assertEquals(words, words(Lists.parse(HEADER + row + "\n", CSV)));
  }

  @Test
  void shouldNeedOneOfThePlacesOfAField() {
    assertEquals(1, Lists.parse(HEADER.replace("Old Plate", "x") + "A1,,,,,,\n", CSV).records());
    BadInput e =
        assertThrows(
            BadInput.class, () -> Lists.parse(HEADER.replace("Plate", "x") + "A1,,,,,,\n", CSV));
    assertTrue(
        e.getMessage().contains("line 1, column Plate: the header has no such column"),
        e.getMessage());
  }

  @Test
  void shouldReadAHeaderThatSpreadsheetsChanged() {
    String text =
        "sep=;\r\nPLATE; old plate ;kind;CLASS;year;number;until\r\nA1;;;;;;\r\n0;;;;;;\r\n";
    ParsedList list = Lists.parse(text, CSV);
    assertEquals("A1/stolen_vehicle/null/null/null", words(list));
    assertEquals(4, list.refused().get(0).line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8", "UTF-32LE"})
  void shouldBelieveTheByteOrderMark(String encoding) {
    byte[] file = ("\uFEFF" + HEADER + "A1,,,,\u00e9,,\n").getBytes(Charset.forName(encoding));
    assertEquals("A1/stolen_vehicle/null/\u00e9/null", words(Lists.parse(file, CSV, Lists.RULES)));
  }

  @Test
  void shouldReadElements() {
    String text =
        "<?xml version='1.0' encoding='windows-1252'?>\n<list>\n"
            + "<entry type='V'><plate><text>A1</text></plate><car><make>\u00e9</make></car></entry>\n"
            + "<entry type='person'/>\n"
            + "<entry type='x'><plate><text>A2</text></plate></entry>\n"
            + "</list>\n";
    ParsedList list = Lists.parse(text.getBytes(Charset.forName("windows-1252")), XML, Lists.RULES);
    assertEquals("A1/stolen_vehicle/null/null/null", words(list));
    assertEquals("\u00e9", list.accepted().get(0).vehicle().make());
    assertEquals(1, list.counts().skipped());
    assertEquals("[Refused[line=5, code=RECORD_TYPE_UNKNOWN]]", list.refused().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<list><entry type='v'><plate><text>A1</text></plate></entry>",
        "<list><entry type='v'><plate><text>A1</text></plate></entry><entry ",
        "<list><entry type='v'><plate><text>A1</text></plate></entry></list",
        "<list><entry type='v'><plate><text>A1</text></entry></list>",
        "<list><entry type='v'><plate><text>A1</text></plate>text</list>",
        "<list></list>",
        "",
      })
  void shouldRefuseElementsThatMayBeCut(String text) {
    BadInput e = assertThrows(BadInput.class, () -> Lists.parse(text, XML));
    assertTrue(e.getMessage().startsWith("list.csv"), e.getMessage());
    assertFalse(e.getMessage().contains("A1"), e.getMessage());
  }

  @Test
  void shouldReadTheEntriesInADocument() {
    String text = "{\"reason\": \"stolen_vehicle\", \"data\": {\"entries\": [%s]}}";
    ParsedList list =
        Lists.parse(text.formatted("{\"p\": \"A1\"}, {\"p\": 12}, 7, {\"p\": \"A2\"}"), WRAPPED);
    assertEquals(
        List.of("A1", "12", "A2"), list.accepted().stream().map(HotlistEntry::plate).toList());
    assertEquals(4, list.records());
    assertThrows(BadInput.class, () -> Lists.parse(text.formatted("{\"p\": \"A1\""), WRAPPED));
  }

  @Test
  void shouldKeepTheDigitsOfANumber() {
    String text =
        "{\"plate\": 1E5, \"reason\": \"stolen_vehicle\", \"caseNumber\": 26.10}\n"
            + "{\"plate\": 12345678901234567890, \"reason\": \"stolen_vehicle\"}\n"
            + "{\"plate\": 123, \"reason\": \"stolen_vehicle\", \"caseNumber\": 7}\n";
    ParsedList list = Lists.parse(text, Lists.by("layout: flock\n"));
    assertEquals("1E5/stolen_vehicle/null/26.10/null 123/stolen_vehicle/null/7/null", words(list));
  }

  @Test
  void shouldRefuseARecordThatSaysTheSameTwice() {
    String text =
        "[{\"plate\": \"A1\", \"plate\": \"A2\", \"reason\": \"stolen_vehicle\"},"
            + " {\"plate\": \"A3\", \"reason\": \"stolen_vehicle\", \"caseNumber\": \"1\"}]";
    ParsedList list = Lists.parse(text, Lists.by("layout: flock\n"));
    assertEquals("A3/stolen_vehicle/null/1/null", words(list));
    assertEquals(1L, list.counts().refusedBy().get("RECORD_MALFORMED"));
  }

  @Test
  void shouldTakeDotsInAPathForDotsInANameToo() {
    String entry = "{\"plate\": \"A1\", \"reason\": \"stolen_vehicle\", %s}";
    ListDefinition flock = Lists.by("layout: flock\n");
    for (String note : List.of("\"note\": {\"message\": \"x\"}", "\"note.message\": \"x\"")) {
      HotlistEntry read = Lists.parse(entry.formatted(note), flock).accepted().get(0);
      assertEquals("x", read.instructions());
    }
  }

  @Test
  void shouldReadBlocksOfPairs() {
    ListDefinition pairs =
        Lists.by(
            "mapping: {format: pairs, each: slots, fields: {plate: P, category: {value:"
                + " stolen_vehicle}}}\n");
    ParsedList list = Lists.parse("P0=A1,X0=1\nP1=A2\n\nP0=A3\n", pairs);
    assertEquals(
        List.of("A1", "A2", "A3"), list.accepted().stream().map(HotlistEntry::plate).toList());
  }

  @Test
  void shouldReadRowsByTheNamesThatTheDefinitionLists() {
    ListDefinition listed =
        Lists.by(
            "mapping: {format: csv, header: optional, columns: [Lic, Kind], fields: {plate: Lic,"
                + " category: Kind}}\n");
    for (String text : List.of("LIC,kind\nA1,stolen_vehicle\n", "A1,stolen_vehicle\n")) {
      assertEquals("A1/stolen_vehicle/null/null/null", words(Lists.parse(text, listed)));
    }
    byte[] wrong = "A1,stolen_vehicle,x\nA2,stolen_vehicle\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(
        1L, Lists.parse(wrong, listed, Lists.RULES).counts().refusedBy().get("CELLS_WRONG"));
  }
}
