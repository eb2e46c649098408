package io.platelake.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {
  private static RecordBuffer buffer(String text) {
    return new RecordBuffer(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1 << 20);
  }

  /** Rows with a slash between cells; a row that is none by the name of its end. */
  private static String rows(String text, Quotes quotes, char delimiter) {
    RecordBuffer in = buffer(text);
    CellReader reader = new CellReader(in, quotes, delimiter);
    List<String> rows = new ArrayList<>();
    for (in.begin(); in.peek() != RecordBuffer.END; in.begin()) {
      CellReader.End end = reader.read();
      rows.add(end == CellReader.End.WHOLE ? String.join("/", reader.cells()) : end.name());
    }
    return String.join(" ", rows).replace('\n', 'n').replace('\r', 'r');
  }

  /** In the texts ' stands for a quote, n for a line feed, r for a carriage return. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RFC4180 | a,bnc,d | a/b c/d",
        "RFC4180 | a,brnc,dr | a/b c/d",
        "RFC4180 | 'a,b','c''d','enf'ng | a,b/c'd/enf g",
        "RFC4180 | a, 'b,c' ,d | a/b,c/d",
        "RFC4180 | a,x'b',c | a/x'b'/c",
        "RFC4180 | a,,n,b | a// /b",
        "RFC4180 | 'a'b,cnd | TEXT_AFTER_QUOTE d",
        "RFC4180 | a,'bnc | UNCLOSED",
        "LENIENT | 'a,b',c | a,b/c",
        "LENIENT | 'a'b,cnd | 'a'b/c d",
        "LENIENT | a,'b,cnd,'e' | a/'b/c d/e",
        "LENIENT | a,'b,crnd,e | a/'b/c d/e",
        "LENIENT | a, 'b,c | a/ 'b/c",
        "LENIENT | a,'b''c' | a/b'c",
        "NONE | 'a,b',c | 'a/b'/c",
      })
  void shouldSplitRows(Quotes quotes, String text, String rows) {
    String file =
        text.replace("''", "\"\"").replace('\'', '"').replace('n', '\n').replace('r', '\r');
    assertEquals(rows.replace('\'', '"'), rows(file, quotes, ','));
  }

  @Test
  void shouldPartCellsByAnyCharacter() {
    assertEquals("a/b,/c", rows("a\u00A6b,\u00A6c", Quotes.RFC4180, '\u00A6'));
    assertEquals("a/b\u00A7/c", rows("a\u00A6b\u00A7\u00A6c", Quotes.RFC4180, '\u00A6'));
    assertEquals("a//b", rows("a  b", Quotes.RFC4180, ' '));
    assertEquals("a/b", rows("a\tb", Quotes.RFC4180, '\t'));
  }

  @Test
  void shouldTellWhereTheFirstLineOfABrokenRowEnds() {
    RecordBuffer in = buffer("a,\"b\nc,d\ne,f");
    CellReader reader = new CellReader(in, Quotes.RFC4180, ',');
    in.begin();
    assertEquals(CellReader.End.UNCLOSED, reader.read());
    in.rewind(reader.firstLine());
    in.begin();
    assertEquals(CellReader.End.WHOLE, reader.read());
    assertEquals(List.of("c", "d"), reader.cells());
    assertEquals(1, reader.lines());
    assertTrue(reader.hasLineEnd());
  }

  @ParameterizedTest
  @CsvSource({"RFC4180, UNCLOSED", "LENIENT, WHOLE"})
  void shouldHoldNoMoreThanTheLimitOfAQuoteThatIsNeverClosed(Quotes quotes, String end) {
    RecordBuffer in = buffer("\"" + "x".repeat(5 << 20) + "\na,b\n");
    CellReader reader = new CellReader(in, quotes, ',');
    in.begin();
    assertEquals(end, reader.read().name());
    assertTrue(in.isTooLarge());
    assertTrue(in.record().length <= RecordBuffer.KEPT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sep=;n | ; | 6",
        "SEP=,rn | , | 7",
        "'sep=;'n | ; | 8",
        "sep=; | ; | 5",
        "\uFEFFsep=;n | ; | 9",
        "sep=;;n | - | 0",
        "sepia,an | - | 0",
      })
  void shouldTakeTheLineThatSaysWhatPartsCells(String text, char delimiter, int length) {
    RecordBuffer in = buffer(text.replace('\'', '"').replace('n', '\n').replace('r', '\r'));
    assertEquals(delimiter, SepLine.take(in).orElse('-'));
    assertEquals(length, in.offset());
  }

  @ParameterizedTest
  @CsvSource({
    "plate, 0",
    "PLATE, 0",
    "captured at, 1",
    "CapturedAt, 1",
    "cam, 2",
    "CAM, 3",
    "Cam, -2",
    "lat, -2",
    "lon, -1"
  })
  void shouldFindColumnsInEitherCaseAndWithBlanksOrWithout(String name, int position) {
    HeaderNames header =
        new HeaderNames(List.of(" Plate ", "Captured At", "cam", "CAM", "lat", "lat"));
    assertEquals(position, header.find(name));
  }
}
