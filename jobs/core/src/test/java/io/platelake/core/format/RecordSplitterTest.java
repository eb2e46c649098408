package io.platelake.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.Feeds;
import io.platelake.core.record.RawRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSplitterTest {
  private static final FeedDefinition LINES =
      Feeds.feed(
          "mapping",
          """
          time_zone: UTC
          mapping:
            format: jsonl
            fields: {plate: p, camera: c, captured_at: t}
          """);

  private static List<RawRecord> split(FeedDefinition feed, InputStream in, int limit) {
    List<RawRecord> all = new ArrayList<>();
    Feeds.records(feed, in, limit).forEachRemaining(all::add);
    return all;
  }

  private static List<RawRecord> split(String file) {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    return split(Feeds.OPENALPR, new ByteArrayInputStream(bytes), 1 << 20);
  }

  /** {@code line@offset} and J or B for each record. */
  private static String places(List<RawRecord> records) {
    return String.join(
        " ",
        records.stream()
            .map(r -> r.line() + "@" + r.offset() + (r instanceof RawRecord.Json ? "J" : "B"))
            .toList());
  }

  /** In the texts n stands for a line feed, r for a carriage return. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "{'a':1}n{'a':2}n | 1@0J 2@8J",
        "{'a':1}rn rn{'a':2} | 1@0J 3@12J",
        "{n 'a': {n  'b': 1n }n}n{n 'a': 2n}n | 1@0J 6@24J",
        "{'a':1}{'a':2} {'a':3} | 1@0J 1@7J 1@15J",
        "[{'a':1},n{'a':[2]},{'a':'[{'}] | 1@1J 2@10J 2@20J",
        "[ ]n[[{'a':1}]] | 2@6J",
        "[{'a':1},{'a':2} | 1@1J 1@9J 1@16B",
        "{'a':1}n{'a':{'b':2}n{'a':3}n | 1@0J 2@8B 3@21J",
        "{'a':1}n{'a':'xn{'a':3}n | 1@0J 2@8B 3@16J",
        "{'a':{'b':2}n{'a':3}n{'a':4} | 1@0B 2@13J 3@21J",
        "{'a':1}n{'a': | 1@0J 2@8B",
        "{'a':1}n{'a':n{'a':3} | 1@0J 2@8B 3@14J",
        "{'a':n{'a':2}n{'a':3}n | 1@0B 2@6J 3@14J",
        "{'a':n{'a':2}n | 1@0B 2@6J",
        "{'a':[{'b':1},n{'a':2}n{'a':3}n | 1@0B 2@15J 3@23J",
        "{'a':n{'b':2}n}n{'a':3} | 1@0J 4@16J",
        "{'a':1}}n{'a':2} | 1@0J 1@7B 2@9J",
        "junkn{'a':1}njunk | 1@0B 2@5J 3@13B",
        "{n 'a': 'xn }n{n 'a': 2n} | 1@0B 4@14J",
        "[n {n  'a': 'xn },n {n  'a': 2n }n] | 2@3B 5@20J",
        "[1,{'a':2},'x'] | 1@1B 1@3J 1@11B",
        "{'a':n {'b':n  [n   {'c':1}n  ]n }n} | 1@0J",
        "{'a':n[n{'b':1},n{'b':2}n]n}n | 1@0J",
        "{n 'a': 1}n 'b': {n  'c': 2n }n}n{n 'a': 2n} | 1@0J 3@12B 7@33J",
        "{n 'a': [n  {'b': 1}xn  {'b': 2}n ]n}n{n 'a': 2n} | 1@0J 7@38J",
        "{n 'a': {n{n 'a': 2n} | 1@0B 3@10J",
        "zn 'a': {n  'b': 1n }n}n{n 'a': 2n} | 1@0B 6@24J",
        "[n {n  'a': 1}n  'b': 2n },n {n  'a': 2n }n] | 2@3J 4@17B 6@29J",
        "{'a':1}nzn  zn{'a':2} | 1@0J 2@8B 4@14J",
      })
  void shouldFindDocuments(String file, String places) {
    String text = file.replace('\'', '"').replace('n', '\n').replace('r', '\r');
    assertEquals(places, places(split(text.replace("ju\nk", "junk"))));
  }

  @Test
  void shouldSkipByteOrderMarksOfConcatenatedFiles() {
    assertEquals("1@3J 2@14J", places(split("\uFEFF{\"a\":1}\n\uFEFF{\"a\":2}\n")));
  }

  @Test
  void shouldFindTheFileBehindATruncatedOne() {
    assertEquals("1@3B 2@18J", places(split("\uFEFF{\"a\":{\"b\":1\n\uFEFF{\"a\":2}\n")));
  }

  @Test
  void shouldHaveNoRecordsInAnEmptyFile() {
    assertEquals(List.of(), split(" \r\n\n"));
    assertEquals(List.of(), split(""));
  }

  @Test
  void shouldKeepToLinesWhereTheFeedSaysSo() {
    byte[] file = "{\"p\":\n{\"p\":1}\n\n{\"p\":2}".getBytes(StandardCharsets.UTF_8);
    assertEquals("1@0B 2@6J 4@15J", places(split(LINES, new ByteArrayInputStream(file), 1 << 20)));
  }

  @Test
  void shouldBreakARecordAboveTheLimitWithoutHoldingIt() {
    String small = "{\"a\":1}\n";
    // 40 MB of a picture that is never closed until its end, from a stream that holds 1 MB.
    byte[] chunk = "A".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    List<InputStream> parts = new ArrayList<>();
    parts.add(bytes(small + "{\"picture\":\""));
    IntStream.range(0, 40).forEach(i -> parts.add(new ByteArrayInputStream(chunk)));
    parts.add(bytes("\"}\n" + small));
    InputStream in = new SequenceInputStream(Collections.enumeration(parts));
    List<RawRecord> records = split(Feeds.OPENALPR, in, 1 << 20);
    assertEquals(3, records.size());
    RawRecord large = records.get(1);
    assertEquals("the record is larger than the limit", ((RawRecord.Broken) large).place());
    assertTrue(large.bytes().length <= RawRecord.PAYLOAD_LIMIT);
    assertEquals("{\"picture\":\"(65524 bytes left out)", large.payload());
    assertEquals(3, records.get(2).line());
    assertEquals(8 + 12 + (40L << 20) + 3, records.get(2).offset());
  }

  @Test
  void shouldApplyALimitSmallerThanItsOwnBuffer() {
    byte[] file =
        ("{\"a\":\"" + "x".repeat(100) + "\"}\n{\"a\":1}").getBytes(StandardCharsets.UTF_8);
    assertEquals("1@0B 2@109J", places(split(Feeds.OPENALPR, new ByteArrayInputStream(file), 50)));
  }

  @Test
  void shouldCarryRecordsAcrossItsBuffer() {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      file.append("{\"i\":")
          .append(i)
          .append(",\"x\":\"")
          .append("y\\\"".repeat(i % 90))
          .append("\"}\n");
    }
    List<RawRecord> records = split(file.toString());
    assertEquals(5_000, records.size());
    String[] lines = file.toString().split("\n");
    for (int i = 0; i < records.size(); i++) {
      assertEquals(lines[i], new String(records.get(i).bytes(), StandardCharsets.UTF_8));
      assertEquals(i + 1, records.get(i).line());
    }
  }

  @Test
  void shouldShowNothingOfARecordInItsText() {
    String secret = "{\"plate\":\"SECRET1\"";
    for (RawRecord record : split(secret + "}\n" + secret)) {
      assertFalse(record.toString().contains("SECRET"), record.toString());
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
