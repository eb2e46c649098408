package io.platelake.core.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.hotlist.layout.ListLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Earlier words of feeds and of lists say the same as the common ones, in both. */
class CommonWordsTest {
  private static final String FEED = "id: n\nagency: a\npurpose: p\n";
  private static final String LIST = "id: n\nagency: a\npurpose: p\nsource: s\n";

  private static FeedDefinition feed(String more) {
    return FeedDefinition.read(FEED + more, "f.yaml");
  }

  private static ListLayout list(String more) {
    return ListDefinition.read(LIST + more, "l.yaml").layout();
  }

  @Test
  void shouldReadAFeedInEarlierWords() {
    String earlier =
        """
        adapter: mapping
        confidence_scale: unit
        mapping:
          format: csv
          header: true
          kind: {column: k, reads: [r], not_reads: [n], absent: read, others: not_read}
          candidates: {column: c, plate: p, confidence: s}
          images: [{kind: scene, path: i}]
          fields:
            plate: {column: a, else: {path: b}}
            camera: {path: cam, match: "(.)"}
            captured_at: {column: [d, t], format: pattern, pattern: yyyyMMdd HHmm, zone: UTC}
            make: {column: m, best: score, value: name}
        """;
    String common =
        """
        confidence_scale: unit
        mapping:
          format: csv
          header: names
          kind: {at: k, wanted: [r], unwanted: [n], absent: wanted, others: unwanted}
          candidates: {at: c, plate: p, confidence: s}
          images: [{kind: scene, at: i}]
          fields:
            plate: {at: a, else: {at: b}}
            camera: {at: cam, match: "(.)"}
            captured_at: {at: [d, t], pattern: yyyyMMdd HHmm, zone: UTC}
            make: {at: m, best: score, take: name}
        """;
    // The digests differ: a value such as "absent: read" is spelled as it is written.
    assertEquals(feed(common).mapping(), feed(earlier).mapping());
    assertEquals(feed(common).adapter(), feed(earlier).adapter());
    assertEquals(feed(common).confidenceScale(), feed(earlier).confidenceScale());
  }

  @Test
  void shouldNameALayoutByEitherWord() {
    assertEquals(feed("adapter: axis\n"), feed("layout: axis\n"));
    BadInput both = assertThrows(BadInput.class, () -> feed("adapter: axis\nlayout: axis\n"));
    assertTrue(both.getMessage().contains("line 5, key layout: says the same as adapter"));
    BadInput none = assertThrows(BadInput.class, () -> feed(""));
    assertTrue(none.getMessage().contains("lacks the required key 'layout'"), none.getMessage());
  }

  /** The words of a user's file meet the common ones of a layout that comes with the product. */
  @Test
  void shouldChangeAShippedFormatInEarlierWords() {
    String zone = "time_zone: UTC\n";
    assertEquals(
        feed("layout: dahua\n"
                + zone
                + "mapping: {fields: {captured_at: {at: UTC, format: local_epoch_s}}}\n")
            .mapping(),
        feed("adapter: dahua\n"
                + zone
                + "mapping: {fields: {captured_at: {path: UTC, format: local_epoch_s}}}\n")
            .mapping());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layout: us-tx-tcic | override: | mapping:",
        "layout: us-mn | override: | mapping:",
      })
  void shouldChangeAShippedLayoutInEarlierWords(String layout, String earlier, String common) {
    String more =
        " {fields: {plate: {at: 2, match: '(.*)'}, expires: {at: 3, %s: yyyyMMdd, zone: UTC}}}\n";
    String categories = "categories: {V: stolen_vehicle}\n";
    ListLayout one = list(layout + "\n" + categories + earlier + more.formatted("date"));
    ListLayout other = list(layout + "\n" + categories + common + more.formatted("pattern"));
    assertEquals(other.fields(), one.fields());
    assertEquals(other.expires(), one.expires());
  }

  @Test
  void shouldReadAListInEarlierWords() {
    String earlier =
        """
        layout:
          format: csv
          header: line
          cells: {min: 3}
          record_type: {at: 1, match: '^(.)', known: [V]}
          fields:
            plate: 2
            expires: {at: 3, date: yyyyMMdd, zone: UTC}
        """;
    String common =
        """
        mapping:
          format: csv
          header: line
          columns: {min: 3}
          kind: {at: 1, match: '^(.)', wanted: [V]}
          fields:
            plate: 2
            expires: {at: 3, pattern: yyyyMMdd, zone: UTC}
        """;
    assertEquals(list(common), list(earlier));
  }

  @Test
  void shouldReadAListInShort() {
    String earlier = "format: csv\ndelimiter: ';'\ncolumns: {plate: LIC, state: LIS}\n";
    String common =
        """
        mapping:
          format: csv
          delimiter: ";"
          header: names
          fields: {plate: LIC, state: LIS}
        """;
    assertEquals(list(common), list(earlier));
  }

  /** Whoever knows the words of one knows the words of the other. */
  @Test
  void shouldReadOneFieldInBoth() {
    String field = "{at: x, match: '(.*)', codes: {R: red}, when: {k: [a]}, else: {value: blue}}";
    Source ofFeed =
        feed("mapping: {format: csv, fields: {plate: p, camera: c, captured_at: t, color: "
                + field
                + "}}\n")
            .mapping()
            .fields()
            .get(MappedField.COLOR);
    Source ofList =
        list("mapping: {format: csv, header: names, fields: {plate: p, color: " + field + "}}\n")
            .fields()
            .get(ListField.COLOR);
    assertEquals(ofFeed, ofList);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mapping: {format: csv, cells: 3, columns: 3} | key mapping.cells: says the same as columns",
        "mapping: {format: csv, cells: json} | Use one of python",
        "'mapping: {format: csv, fields: {plate: {at: 1, column: 1}}}' | at and column say the"
            + " same. Keep at",
        "'mapping: {format: csv}\noverride: {}' | key override: says the same as mapping. Keep"
            + " mapping",
        "mapping: {format: parquet} | Use one of csv, fixed, json, jsonl, pairs, xml",
        "'mapping: {format: csv, defaults: {plate: X}}' | it has to come from the record",
        "'mapping: {format: xml, fields: {plate: a}}' | lacks the required key 'record'",
        "'mapping: {format: json, trailer: x, fields: {plate: a}}' | only another format has it",
        "'mapping: {format: csv, each: x, fields: {plate: 1}}' | a line is one entry",
        "'mapping: {format: csv, kind: {at: 1}, fields: {plate: 1}}' | lacks the required key"
            + " 'wanted'",
      })
  void shouldSayWhatIsWrong(String more, String why) {
    BadInput e = assertThrows(BadInput.class, () -> list(more + "\n"));
    assertTrue(e.getMessage().contains(why), e.getMessage());
    assertTrue(e.getMessage().startsWith("l.yaml, line "), e.getMessage());
  }
}
