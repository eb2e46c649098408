package io.platelake.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.Feeds;
import io.platelake.core.record.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvSplitterTest {
  private static FeedDefinition feed(String more) {
    return Feeds.feed(
        "mapping",
        """
        time_zone: UTC
        mapping:
          format: csv
          fields: {plate: "1", camera: "2", captured_at: "3"}
        """
            + more);
  }

  private static String split(FeedDefinition feed, String file, int limit) {
    List<String> all = new ArrayList<>();
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    Feeds.records(feed, bytes, limit)
        .forEachRemaining(
            record ->
                all.add(
                    record.line()
                        + (record instanceof RawRecord.Row row
                            ? String.join("/", row.cells()).replace("\n", "n")
                            : "BROKEN")));
    return String.join(" ", all);
  }

  /** In the texts n stands for a line feed, r for a carriage return. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,b,cnd,e,fn | 1a/b/c 2d/e/f",
        "a,b,crnrnd,e,f | 1a/b/c 3d/e/f",
        "'a','b,'''',b','cnc'nd,e,f | 1a/b,'',b/cnc 3d/e/f",
        "a,b,cnd,end,e,f | 1a/b/c 2BROKEN 3d/e/f",
        "a,b,cnd,e,f,gnd,e,f | 1a/b/c 2BROKEN 3d/e/f",
        "a,b,cn'd,e,fng,h,in | 1a/b/c 2BROKEN 3g/h/i",
        "a,b,cn'd,e,fng,'h',in | 1a/b/c 2BROKEN 3g/h/i",
        "a,b,cn'd'x,e,fng,h,i | 1a/b/c 2BROKEN 3g/h/i",
        "a,b,cnd'x,e,fn,,n | 1a/b/c 2d'x/e/f 3//",
        "a,b,cn'd' ,e,'f'rn | 1a/b/c 2d/e/f",
        "a,bnd,e,fn | 1BROKEN 2d/e/f",
        "a,b,cn'd,e,f | 1a/b/c 2BROKEN",
      })
  void shouldFindRows(String file, String rows) {
    String text =
        file.replace("''''", "\"\"").replace('\'', '"').replace('n', '\n').replace('r', '\r');
    assertEquals(
        rows.replace("''", "\"").replace('\'', '"'),
        split(feed("  header: false\n"), text, 1 << 20));
  }

  @Test
  void shouldFindColumnsByHeader() {
    assertEquals("2x/a/b/c", split(feed(""), "0, 1 ,\"2\",3\nx,a,b,c\n", 1 << 20));
  }

  @Test
  void shouldQuarantineEverythingUnderAnotherHeader() {
    // Not one row may pass for the header and vanish.
    assertEquals("1BROKEN 2BROKEN 3BROKEN", split(feed(""), "a,b,c\nd,e,f\n1,2,3\n", 1 << 20));
    assertEquals("1BROKEN 2BROKEN", split(feed(""), "1,2,3,3\na,b,c,d\n", 1 << 20));
  }

  @Test
  void shouldHoldRowsToTheStatedNumberOfColumns() {
    FeedDefinition five = feed("  header: false\n  columns: 4\n");
    assertEquals("1BROKEN 2a/b/c/d", split(five, "a,b,c\na,b,c,d\n", 1 << 20));
  }

  @Test
  void shouldLoseOneLineAndNotTheFileToAQuoteThatIsNeverClosed() {
    String rows = "a,b,c\n".repeat(40_000);
    String file = "1,2,3\n\"a,b,c\n" + rows;
    String expected = "2BROKEN 3a/b/c 4a/b/c";
    assertEquals(expected, split(feed(""), file, 100_000).substring(0, expected.length()));
    assertEquals(40_001, split(feed(""), file, 100_000).split(" ").length);
  }

  @Test
  void shouldBreakARowAboveTheLimit() {
    String file = "1,2,3\n" + "x".repeat(300_000) + ",b,c\na,b,c\n";
    assertEquals("2BROKEN 3a/b/c", split(feed(""), file, 100_000));
  }
}
