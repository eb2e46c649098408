package io.platelake.core.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.plate.OcrClasses;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real list files do to a reader. */
class ListTrapsTest {
  private static final String FIXED =
      """
      layout:
        format: fixed
        length: {min: 12}
        fields: {plate: "0:10", state: "10:12", category: {value: stolen_vehicle}}
      """;
  private static final String CALIFORNIA = "layout: us-ca-svs\n";
  private static final String CSV =
      """
      layout:
        format: csv
        header: names
        fields: {plate: plate, category: {value: stolen_vehicle}, instructions: text}
      """;

  /** In the texts {@code /} stands for a line end and {@code _} for ten blanks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TOTAL RECORD 0000000/|line 1|not the header of this layout",
        "DATE 31/31/2026 00:00/|line 1|the header states no time",
        "DATE 06~01~2026 02:15/TST0001 CA1920260501/|line 2|the trailer is missing, so the file is cut",
        "DATE 06~01~2026 02:15/TST0001 CA1920260501/TST0|line 3|the trailer is missing",
        "DATE 06~01~2026 02:15/TST0001 CA1920260501/TOTAL RECORD 0000002|line 3|the trailer counts other than the 1 records",
        "DATE 06~01~2026 02:15/TST0001 CA1920260501/TOTAL RECORD 0000001/TST0002 CA/|line 4|more follows after the trailer in line 3",
      })
  void shouldRefuseAFileWhoseEndsAreWrong(String text, String line, String why) {
    String lines = text.replace("/31/", "~31~").replace('/', '\n').replace('~', '/');
    assertBad(lines, Lists.by(CALIFORNIA), line, why);
  }

  @Test
  void shouldTakeTheRecordsBetweenHeaderAndTrailer() {
    String text = "DATE 06/01/2026 02:15\r\nTST0001 CA1920260501\r\nTOTAL RECORD 0000001\r\n\r\n";
    assertEquals(1, Lists.parse(text, Lists.by(CALIFORNIA)).records());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TST0001   WA\nTST0002", "TST0001   WA12\nTST0002   WA12\nTST0003   WA1"})
  void shouldSeeThatTheLastLineIsCut(String text) {
    assertBad(
        text, Lists.by(FIXED), "line " + (int) text.lines().count(), "in the middle of a record");
  }

  @Test
  void shouldTakeALastLineWithoutAnEndThatIsWhole() {
    assertEquals(
        3, Lists.parse("TST0001   WA\nTST0002   WA\nTST0003   WA", Lists.by(FIXED)).records());
  }

  @Test
  void shouldSeeThatARowIsCut() {
    String csv = "layout: us-tx-tcic\ncategories: {V: stolen_vehicle}\n";
    String row = "1V0000001,TST0001,TX,2019,TOYT,CAM,4D,SIL\n";
    assertBad(row + row + "1V0000002,TST0", Lists.by(csv), "line 3", "in the middle of a record");
  }

  @Test
  void shouldRefuseAFileOfAnotherLayout() {
    String ncic = "layout: us-ncic\ncategories: {V: stolen_vehicle}\n";
    String rows = "head\n" + "plate,state\nTST0001,WA\n".repeat(5);
    assertBad(rows, Lists.by(ncic), "line 2", "10 of 10 records have another form");
  }

  @Test
  void shouldRefuseThreeGigabytesInOneLineAfterTheFirstMegabyte() {
    Endless gigabytes = new Endless(3L << 30);
    BadInput e =
        assertThrows(
            BadInput.class,
            () -> reader(Lists.by(FIXED)).read(gigabytes, "list", new ParsedList.Sink()));
    assertTrue(e.getMessage().startsWith("list, line 1: it is longer than 1048576 bytes"));
    assertTrue(gigabytes.given < 4 << 20, "read " + gigabytes.given);
  }

  @Test
  void shouldRefuseAQuoteThatSwallowsTheFile() {
    InputStream head =
        new ByteArrayInputStream("plate,text\nTST0001,\"".getBytes(StandardCharsets.UTF_8));
    Endless rest = new Endless(3L << 30);
    assertThrows(
        BadInput.class,
        () ->
            reader(Lists.by(CSV))
                .read(new SequenceInputStream(head, rest), "list", new ParsedList.Sink()));
    assertTrue(rest.given < 4 << 20, "read " + rest.given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"plate\": \"", "[[[[", "{\"plate\": {\"a\": ", "[{\"plate\": \"A1\"}"})
  void shouldRefuseJsonThatIsCut(String text) {
    String flock = "layout: flock\n";
    BadInput e = assertThrows(BadInput.class, () -> Lists.parse(text, Lists.by(flock)));
    assertFalse(e.getMessage().contains("A1"), e.getMessage());
  }

  @Test
  void shouldNotLetAnEscapeBringInWhatIsNoText() {
    String entry =
        "{\"plate\": \"TST0001\", \"reason\": \"stolen_vehicle\", \"caseNumber\": \"%s\"}";
    String text = entry.formatted("a\\u001fb") + entry.formatted("a\\tb") + entry.formatted("c");
    ParsedList parsed = Lists.parse(text, Lists.by("layout: flock\n"));
    assertEquals(2, parsed.accepted().size());
    assertEquals(1L, parsed.counts().refusedBy().get("RECORD_MALFORMED"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\r\n", "\uFEFF", "[]", "  "})
  void shouldRefuseAnEmptyFileOfAnyFormat(String text) {
    for (String layout : List.of(FIXED, CSV, "layout: flock\n", CALIFORNIA)) {
      if (text.equals("[]") != layout.contains("flock")) {
        continue;
      }
      assertBad(text, Lists.by(layout), "list.csv", "the file is empty");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PK\u0003\u0004", "\u001f\u008b\b", "TST0001\u0000\u0000\u0000"})
  void shouldRefuseABinaryFile(String start) {
    byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
    BadInput e =
        assertThrows(BadInput.class, () -> Lists.parse(bytes, Lists.by(FIXED), Lists.RULES));
    assertTrue(e.getMessage().startsWith("list.csv, line 1: "), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252", "ISO-8859-15"})
  void shouldReadAnyEncodingThatIsNamed(String encoding) {
    ListDefinition list =
        Lists.by(CSV.replace("format: csv", "format: csv\n  encoding: " + encoding));
    String text = "plate,text\nTST0001,\"caf\u00e9, \"\"zwei\"\"\"\n".repeat(1);
    ParsedList parsed = Lists.parse(text.getBytes(Charset.forName(encoding)), list, Lists.RULES);
    assertEquals("caf\u00e9, \"zwei\"", parsed.accepted().get(0).instructions());
  }

  @Test
  void shouldDecodeCharactersThatLieAcrossThePiecesOfAFile() {
    String line = "TST0001,\u00e9\u4e8c\ud83d\ude97\n";
    String text = "plate,text\n" + line.repeat(20_000);
    ParsedList parsed = Lists.parse(text, Lists.by(CSV));
    assertEquals(19_999, parsed.duplicates());
    assertEquals("\u00e9\u4e8c\ud83d\ude97", parsed.accepted().get(0).instructions());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop only with PC, ID occupants",
        " two\nlines\r\nand a third ",
        "\u00e9\u4e8c\ud83d\ude97 \"quoted\"",
        "a\ttab, 'marks'; and , commas ,"
      })
  void shouldPassInstructionsOnUnchanged(String text) {
    String cell = '"' + text.replace("\"", "\"\"") + '"';
    ParsedList parsed = Lists.parse("plate,text\nTST0001," + cell + "\n", Lists.by(CSV));
    assertEquals(text, parsed.accepted().get(0).instructions());
  }

  @Test
  void shouldKeepOutWhatWasWithdrawn() {
    String text = "TST0001   WA\nTST0002   WA\n";
    long id = Lists.parse(text, Lists.by(FIXED)).accepted().get(1).entryId();
    ParsedList.Sink sink = new ParsedList.Sink();
    ListCounts counts =
        new HotlistReader(Lists.by(FIXED), Lists.RULES, OcrClasses.GENETEC, Set.of(id))
            .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "list", sink);
    assertEquals(1, counts.accepted());
    assertEquals(1L, counts.refusedBy().get("ENTRY_WITHDRAWN"));
  }

  @Test
  void shouldTellAMillionIdsApart() {
    EntryIds ids = new EntryIds();
    for (long pass = 0; pass < 2; pass++) {
      for (long i = 0; i < 1_000_000; i++) {
        assertEquals(pass == 0, ids.add(i * 0x9E3779B97F4A7C15L), "id " + i);
      }
    }
  }

  private static void assertBad(String text, ListDefinition list, String place, String why) {
    BadInput e = assertThrows(BadInput.class, () -> Lists.parse(text, list));
    assertTrue(e.getMessage().startsWith("list.csv"), e.getMessage());
    assertTrue(e.getMessage().contains(place), e.getMessage());
    assertTrue(e.getMessage().contains(why), e.getMessage());
    assertFalse(e.getMessage().contains("TST"), e.getMessage());
  }

  private static HotlistReader reader(ListDefinition list) {
    return new HotlistReader(list, Lists.RULES, OcrClasses.GENETEC, Set.of());
  }

  /** So many letters A and no line end. */
  private static final class Endless extends InputStream {
    private final long size;
    private long given;

    Endless(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return given++ < size ? 'A' : -1;
    }
  }
}
