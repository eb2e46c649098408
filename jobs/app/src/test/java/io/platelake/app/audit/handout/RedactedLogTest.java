package io.platelake.app.audit.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.accesslog.ChainedRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RedactedLogTest {
  private static final String HASH = "0".repeat(64);

  /** Rows of one afternoon; of each the number of reads given tells which it was. */
  private static List<ChainedRow> afternoon() {
    List<ChainedRow> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Map<String, Object> fields =
          Map.of(
              "agency_id", "city-2",
              "seq", (long) i + 1,
              "event", "outcome",
              "at", Instant.parse("2026-06-01T12:00:00Z").plusSeconds(500L * i),
              "command", "search",
              "kind", "search",
              "affiliation", "city-2",
              "username", "a.chen",
              "rows_given", (long) i);
      rows.add(new ChainedRow("city-2", i + 1, fields, HASH, HASH));
    }
    return rows;
  }

  private static List<String> lines(int key) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) key;
    return new String(new RedactedLog(bytes).csv(afternoon()), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .toList();
  }

  private static List<String> given(List<String> lines) {
    return lines.stream().map(line -> line.split(",", -1)[20]).toList();
  }

  @Test
  void shouldKeepNeitherTheOrderOfTheChainNorThatOfAnotherExport() {
    List<String> one = given(lines(1));
    List<String> other = given(lines(2));
    List<String> chain = Stream.iterate(0, i -> i + 1).limit(40).map(String::valueOf).toList();
    assertNotEquals(chain, one);
    assertNotEquals(one, other);
    assertEquals(one, given(lines(1)), "the key decides");
    assertEquals(chain.stream().sorted().toList(), one.stream().sorted().toList());
  }

  @Test
  void shouldShowTheQuarterOfADayOnly() {
    assertTrue(
        lines(1).stream().allMatch(line -> line.contains("2026-06-01,12,")), lines(1).toString());
  }
}
