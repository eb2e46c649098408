package io.platelake.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.Feeds;
import io.platelake.core.feed.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlSplitterTest {
  private static final FeedDefinition FEED =
      Feeds.feed(
          "mapping",
          """
          mapping:
            format: xml
            record: [r, s]
            fields: {plate: p, camera: c, captured_at: t}
          """);

  private static final String GOOD = "<r><p>TST0001</p><c>1</c><t>2025-06-15T15:06:40Z</t></r>";

  private static String places(String file, int limit) {
    List<String> all = new ArrayList<>();
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    Feeds.records(FEED, bytes, limit)
        .forEachRemaining(
            r -> all.add(r.line() + "@" + r.offset() + (r instanceof RawRecord.Xml ? "X" : "B")));
    return String.join(" ", all);
  }

  /** In the texts % stands for a line feed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<r><p>1</p></r> | 1@0X",
        "<?xml version='1.0'?>%<r/>%<s a='1'></s> | 2@22X 3@27X",
        "<all><r>1</r><x:r>2</x:r></all> | 1@5X 1@13X",
        "<!-- a r -->%<r/> | 2@13X",
        "<!-- <r/> --> | 1@5X 1@9B",
        "<r><p>1<r>2</r> | 1@0B 1@7X",
        "<r><p>1%<?xml version='1.0'?><r>2</r> | 1@0B 2@29X",
        "text<r/>text | 1@0B 1@4X 1@8B",
        "</r><r/> | 1@0B 1@4X",
        "<other/> | 1@0B",
        "<rr>1</rr><r/> | 1@0B 1@10X",
        "<r | 1@0B",
        "<r></r | 1@0B",
        "<r></r<r/> | 1@0B 1@6X",
        "< | 1@0B",
        "<r></r% > | 1@0X",
        "`` | ``",
      })
  void shouldFindRecords(String file, String places) {
    assertEquals(places, places(file.replace('%', '\n'), 1 << 20));
  }

  @Test
  void shouldBreakARecordAboveTheLimit() {
    String large = "<r><p>" + "x".repeat(200_000) + "</p></r>";
    assertEquals("1@0B 1@200014X", places(large + "<r/>", 1_000));
  }

  @Test
  void shouldKeepTheOtherRecordsOfADamagedFile() {
    Random random = new Random(11);
    for (int run = 0; run < 2_000; run++) {
      byte[] middle = Mutations.damaged(GOOD.getBytes(StandardCharsets.UTF_8), random);
      String file =
          GOOD + new String(middle, StandardCharsets.ISO_8859_1) + "\n" + GOOD + "\n" + GOOD;
      long whole =
          Feeds.outcomes(FEED, file.getBytes(StandardCharsets.ISO_8859_1)).stream()
              .filter(o -> Feeds.word(o).equals("TST0001"))
              .count();
      int current = run;
      assertTrue(whole >= 3, () -> "run " + current + " kept " + whole);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<r><p>TST0001</p><c>1</c><t>2025-06-15T15:06:40Z</t></r> | TST0001",
        "<r p='TST0001' c='1' t='2025-06-15T15:06:40Z'/> | TST0001",
        "<r xmlns='urn:a' xmlns:b='urn:b'><b:p>TST0001</b:p><c>1</c><t>2025-06-15T15:06:40Z</t></r> | TST0001",
        "<r><p><![CDATA[TST0001]]></p><c>1</c><t>2025-06-15T15:06:40Z</t></r> | TST0001",
        "<r><p>TST<!-- -->0001</p><c>1</c><t>2025-06-15T15:06:40Z</t></r> | TST0001",
        "<r><p>&#84;ST0001</p><c>1</c><t>2025-06-15T15:06:40Z</t></r> | TST0001",
        "<r><p>&b;</p><c>1</c><t>2025-06-15T15:06:40Z</t></r> | MALFORMED",
        "<r><b:p>TST0001</b:p><c>1</c><t>2025-06-15T15:06:40Z</t></r> | TST0001",
        "<r><p><q>TST0001</q></p><c>1</c><t>2025-06-15T15:06:40Z</t></r> | MALFORMED",
        "<r>TST0001</r> | MALFORMED",
        "<r><p/></r> | NO_PLATE",
        "<r><p a='1'>TST0001</p></r> | MALFORMED",
      })
  void shouldReadElements(String record, String word) {
    assertEquals(List.of(word), Feeds.words(FEED, record));
  }
}
