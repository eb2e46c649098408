package io.platelake.core.hotlist;

import static io.platelake.core.hotlist.layout.ListField.BEGINS;
import static io.platelake.core.hotlist.layout.ListField.CASE_NUMBER;
import static io.platelake.core.hotlist.layout.ListField.CATEGORY;
import static io.platelake.core.hotlist.layout.ListField.COLOR;
import static io.platelake.core.hotlist.layout.ListField.DETERMINATION;
import static io.platelake.core.hotlist.layout.ListField.EXPIRES;
import static io.platelake.core.hotlist.layout.ListField.MAKE;
import static io.platelake.core.hotlist.layout.ListField.OFFENCE_CLASS;
import static io.platelake.core.hotlist.layout.ListField.PLATE;
import static io.platelake.core.hotlist.layout.ListField.STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.plate.PlateKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HotlistReaderTest {
  private static final ListDefinition PLAIN =
      Lists.definition(',', false, PLATE, STATE, CATEGORY, OFFENCE_CLASS, CASE_NUMBER);
  private static final String HEADER = "plate,state,category,offence_class,case_number\n";

  @Test
  void shouldReadEveryMappedFieldAndNoOther() {
    ListDefinition all = Lists.definition(';', false, ListField.values());
    String text =
        "owner;plate;state;category;offence_class;case_number;officer;determination;instructions;make;model;"
            + "color;body;begins;expires\n"
            + "J. Doe; abc-1234 ;wa;Stolen Vehicle;;26-1;B. Officer;\"taken; seen\";\" stop, ID \";TOYOTA;Camry;"
            + "Blue;unknown;2026-11-01;2026-11-30\n";
    ParsedList list = Lists.parse(text, all);

    assertEquals(1, list.records());
    HotlistEntry entry = list.accepted().get(0);
    assertEquals(
        new HotlistEntry(
            entry.entryId(),
            "stolen",
            "ABC1234",
            PlateKey.pack("ABC1234"),
            PlateKey.pack("A8C1234"),
            null,
            "WA",
            "stolen_vehicle",
            null,
            "26-1",
            "B. Officer",
            "taken; seen",
            " stop, ID ",
            new VehicleTraits("toyota", "camry", "blue", null),
            Instant.parse("2026-11-01T00:00:00Z"),
            Instant.parse("2026-12-01T00:00:00Z")),
        entry);
    assertFalse(entry.toString().contains("ABC1234"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plate,state,category,offence_class,case_number\nABC123,WA,stolen_vehicle,,\n",
        "\uFEFFplate,state,category,offence_class,case_number\r\nABC123,WA,stolen_vehicle,,\r\n",
        "plate,state,category,offence_class,case_number\rABC123,WA,stolen_vehicle,,",
        "\n\n plate , state ,category,offence_class,case_number\n\n  \nABC123,WA,stolen_vehicle,,\n\n",
        "case_number,category,plate,offence_class,state,x\n,stolen_vehicle,ABC123,,WA,y\n",
        "\"plate\",\"state\",\"category\",\"offence_class\",\"case_number\"\n"
            + "\"ABC123\",\"WA\",\"stolen_vehicle\",\"\",\"\"\n",
      })
  void shouldTolerateHowFilesAreWritten(String text) {
    ParsedList list = Lists.parse(text, PLAIN);
    assertEquals(1, list.records());
    assertEquals(List.of("ABC123"), list.accepted().stream().map(HotlistEntry::plate).toList());
    assertEquals("WA", list.accepted().get(0).state());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",WA,stolen_vehicle,,|PLATE_MISSING",
        "A*C123,WA,stolen_vehicle,,|PLATE_PARTIAL",
        "A?C%12,WA,stolen_vehicle,,|PLATE_PARTIAL",
        "????,WA,stolen_vehicle,,|PLATE_UNREADABLE",
        "ABCDEFGHIJKLM,WA,stolen_vehicle,,|PLATE_UNREADABLE",
        "NONE,WA,stolen_vehicle,,|PLATE_PLACEHOLDER",
        "--,WA,stolen_vehicle,,|PLATE_PLACEHOLDER",
        "0,WA,stolen_vehicle,,|PLATE_PLACEHOLDER",
        "00,WA,stolen_vehicle,,|PLATE_PLACEHOLDER",
        "0-00,WA,stolen_vehicle,,|PLATE_PLACEHOLDER",
        "ABC123,ZZ,stolen_vehicle,,|STATE_INVALID",
        "ABC123,WASH,stolen_vehicle,,|STATE_INVALID",
        "ABC123,0R,stolen_vehicle,,|STATE_INVALID",
        "ABC123,WA,,,|CATEGORY_MISSING",
        "ABC123,WA,expired_tabs,,|CATEGORY_NOT_ALLOWED",
        "ABC123,WA,warrant,,|OFFENCE_CLASS_MISSING",
        "ABC123,WA,warrant,misdemeanor,|OFFENCE_CLASS_NOT_ALLOWED",
      })
  void shouldRefuseARecordWithItsLineAndReason(String record, RefusalCode code) {
    String text = HEADER + "GD1,WA,stolen_vehicle,,\n\n" + record + "\nGD2,,warrant,Felony,1\n";
    ParsedList list = Lists.parse(text, PLAIN);
    assertEquals(List.of(new ParsedList.Refused(4, code)), list.refused());
    assertEquals(List.of("GD1", "GD2"), list.accepted().stream().map(HotlistEntry::plate).toList());
    assertEquals(3, list.records());
  }

  @Test
  void shouldAcceptTheseAsTheyAre() {
    String text =
        HEADER + "0000,,gross,,\nOOO,MX,Stolen-Vehicle,,\nX,bc,WARRANT,gross misdemeanor,";
    ParsedList list = Lists.parse(text, PLAIN);
    assertEquals(
        List.of("OOO MX stolen_vehicle null", "X BC warrant gross_misdemeanor"),
        list.accepted().stream()
            .map(e -> e.plate() + " " + e.state() + " " + e.category() + " " + e.offenceClass())
            .toList());
  }

  @Test
  void shouldDropProhibitedCategoriesUnseenAndCountThem() {
    String text =
        HEADER
            + "ABC123,WA,immigration_violator,,\n"
            + "???,??,Immigration Violator,,\n"
            + "ABC123,WA,stolen_vehicle,,\n";
    ParsedList list = Lists.parse(text, PLAIN);
    assertEquals(Map.of("immigration_violator", 2L), list.dropped());
    assertEquals(1, list.accepted().size());
    assertEquals(List.of(), list.refused());
  }

  @Test
  void shouldCollapseRepeatedEntriesAndKeepTheFirst() {
    String text =
        HEADER
            + "ABC123,WA,stolen_vehicle,,1\n"
            + "abc-123,wa,Stolen Vehicle,first stands,1\n"
            + "ABC123,WA,stolen_vehicle,,2\n"
            + "ABC123,,stolen_vehicle,,1\n"
            + "ABC123,WA,warrant,felony,1\n"
            + "ABC124,WA,stolen_vehicle,,1\n";
    ParsedList list = Lists.parse(text, PLAIN);
    assertEquals(1, list.duplicates());
    assertEquals(6, list.records());
    assertEquals(5, list.accepted().size());
    assertNull(list.accepted().get(0).offenceClass());
    assertEquals(
        5, list.accepted().stream().map(HotlistEntry::entryId).collect(Collectors.toSet()).size());
  }

  @Test
  void shouldGiveTheSameEntryTheSameIdInEverySnapshot() {
    long id =
        Lists.parse(HEADER + "ABC123,WA,stolen_vehicle,,26-1\n", PLAIN).accepted().get(0).entryId();
    // printf 'stolen\x1f785934801\x1fWA\x1fstolen_vehicle\x1f26-1' | sha256sum
    assertEquals(6302402372657681816L, id);
    ListDefinition other =
        ListDefinition.read(
            "{id: other, agency: a, purpose: criminal, source: s, format: csv, columns: {plate:"
                + " plate, state: state, category: category, case_number: case_number}}",
            "other.yaml");
    assertNotEquals(
        id,
        Lists.parse(HEADER + "ABC123,WA,stolen_vehicle,,26-1\n", other)
            .accepted()
            .get(0)
            .entryId());
  }

  @Test
  void shouldUndoZeroForLetterOWhereNoDigitBelongs() {
    ListDefinition ncic = Lists.definition(',', true, PLATE, STATE, CATEGORY, MAKE, COLOR);
    String text = "plate,state,category,make,color\nAB01,0R,ST0LEN VEHICLE,T0Y0TA,0RANGE\n";
    HotlistEntry entry = Lists.parse(text, ncic).accepted().get(0);
    assertEquals("AB01", entry.plate());
    assertEquals("OR", entry.state());
    assertEquals(new VehicleTraits("toyota", null, "orange", null), entry.vehicle());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31, 2027-01-01T00:00:00Z",
    "2026-12-31T10:00:00Z, 2026-12-31T10:00:00Z",
    "2026-12-31T10:00:00-08:00, 2026-12-31T18:00:00Z",
  })
  void shouldReadIsoExpiry(String raw, Instant expires) {
    ListDefinition definition = Lists.definition(',', false, PLATE, CATEGORY, EXPIRES);
    String text = "plate,category,expires\nABC1,stolen_vehicle," + raw + "\n";
    assertEquals(expires, Lists.parse(text, definition).accepted().get(0).expires());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01,,                2026-06-01T00:00:00Z, , ",
    "2026-06-01,2026-06-01,      2026-06-01T00:00:00Z, 2026-06-02T00:00:00Z, ",
    "2026-06-01T10:00:00-07:00,, 2026-06-01T17:00:00Z, , ",
    ",,                          , , ",
    "2026-06-02,2026-06-01,      , , NEVER_IN_FORCE",
    "2026-06-01T10:00Z,2026-06-01T10:00Z, , , NEVER_IN_FORCE",
    "06/01/2026,2026-06-01,      , , BEGINS_INVALID",
    "2026-06-01T10:00:00,,       , , BEGINS_INVALID",
  })
  void shouldReadBothEndsOfAnEntry(
      String from, String to, Instant begins, Instant expires, RefusalCode refusal) {
    ListDefinition definition = Lists.definition(',', false, PLATE, CATEGORY, BEGINS, EXPIRES);
    String row = "ABC1,stolen_vehicle," + text(from) + "," + text(to) + "\n";
    ParsedList list = Lists.parse("plate,category,begins,expires\n" + row, definition);
    if (refusal != null) {
      assertEquals(List.of(new ParsedList.Refused(2, refusal)), list.refused());
    } else {
      assertEquals(begins, list.accepted().get(0).begins());
      assertEquals(expires, list.accepted().get(0).expires());
    }
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  /** A warrant that is served and issued anew is not the same entry twice. */
  @Test
  void shouldTakeALaterPeriodOfAPlateForAnotherEntry() {
    ListDefinition definition = Lists.definition(',', false, PLATE, CATEGORY, BEGINS, EXPIRES);
    ParsedList list =
        Lists.parse(
            "plate,category,begins,expires\n"
                + "ABC1,stolen_vehicle,2026-06-01,2026-06-02\n"
                + "ABC1,stolen_vehicle,2026-08-01,2026-08-02\n"
                + "ABC1,stolen_vehicle,2026-08-01,2026-08-09\n",
            definition);
    assertEquals(2, list.accepted().size());
    assertEquals(3, list.records());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12/31/2026", "2026-02-30", "2026-12-31T10:00:00", "soon"})
  void shouldRefuseOtherExpiry(String raw) {
    ListDefinition definition = Lists.definition(',', false, PLATE, CATEGORY, EXPIRES);
    String text = "plate,category,expires\nABC1,stolen_vehicle," + raw + "\n";
    assertEquals(
        List.of(new ParsedList.Refused(2, RefusalCode.EXPIRES_INVALID)),
        Lists.parse(text, definition).refused());
  }

  @Test
  void shouldCountLinesThroughQuotedLineEnds() {
    ListDefinition definition = Lists.definition(',', false, PLATE, CATEGORY, DETERMINATION);
    String text =
        "plate,category,determination\r\n"
            + "A1,stolen_vehicle,\"two\r\nlines, \"\"quoted\"\"\"\r\n"
            + "0,stolen_vehicle,x\r\n";
    ParsedList list = Lists.parse(text, definition);
    assertEquals("two\r\nlines, \"quoted\"", list.accepted().get(0).determination());
    assertEquals(List.of(new ParsedList.Refused(4, RefusalCode.PLATE_PLACEHOLDER)), list.refused());
  }

  @Test
  void shouldCountLinesOfALongList() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 2; i <= 20_000; i++) {
      text.append(i % 1000 == 0 ? "0" : "P" + i).append(",WA,stolen_vehicle,,\r\n");
    }
    ParsedList list = Lists.parse(text.toString(), PLAIN);
    assertEquals(19_999, list.records());
    assertEquals(
        IntStream.rangeClosed(1, 20).mapToObj(i -> i * 1000).toList(),
        list.refused().stream().map(ParsedList.Refused::line).toList());
  }
}
