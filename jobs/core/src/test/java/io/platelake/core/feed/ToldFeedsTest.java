package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes that the mapping language tells in a line or two. */
class ToldFeedsTest {
  private static final FeedDefinition ITEMS =
      Feeds.feed(
          "mapping",
          """
          confidence_scale: unit
          mapping:
            format: xml
            record: Message
            fields:
              camera: Source.SimpleItem[Name=Token].Value
              captured_at: UtcTime
              plate: Data.SimpleItem[Name=plate].Value
              confidence: Data.SimpleItem[Name=Likelihood].Value
          """);

  private static final String ITEM = "<tt:SimpleItem Name=\"%s\" Value=\"%s\"/>";

  private static String message(String source, String data) {
    return "<w:Message xmlns:w=\"http://example.org/w\"><tt:Message UtcTime=\"2026-06-10T18:00:00Z\">"
        + "<tt:Source>"
        + source
        + "</tt:Source><tt:Data>"
        + data
        + "</tt:Data></tt:Message></w:Message>";
  }

  @Test
  void shouldSelectFromListsOfNamesAndValues() {
    String token = ITEM.formatted("Token", "c1");
    String other = ITEM.formatted("Rule", "r");
    String plate = ITEM.formatted("Plate", "TST1");
    String score = ITEM.formatted("Likelihood", "0.97");
    String file =
        message(token + other, plate + score)
            + message(token, score + plate)
            + message(token, plate)
            + message(token, score)
            + message(token, plate + plate)
            + message(token, plate + ITEM.formatted("Plate", "TST2"));
    assertEquals(
        List.of("TST1 0.97", "TST1 0.97", "TST1 null", "MALFORMED", "TST1 null", "MALFORMED"),
        Feeds.outcomes(ITEMS, file).stream().map(ToldFeedsTest::scored).toList());
  }

  /** The attribute that selects is known, so the text beside it is the value. */
  @Test
  void shouldTakeTheTextOfASelectedElement() {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            mapping:
              format: xml
              record: Event
              fields:
                camera: Item[key=camera]
                captured_at: Item[key=time]
                plate: Item[key=plate]
            """);
    String event =
        "<Event><Item key='time'>2026-06-10T18:00:00Z</Item><Item key='plate'>%s</Item>"
            + "<Item key='camera'>c1</Item></Event>";
    assertEquals(
        List.of("TST1", "NO_PLATE", "MALFORMED"),
        Feeds.words(
            feed,
            event.formatted("TST1")
                + event.formatted("NO TAG")
                + event.formatted("<b>TST</b><b>2</b>")));
  }

  private static String scored(RecordResult result) {
    return result.parsed() instanceof ParsedRead.Read read
        ? read.read().plate() + " " + read.read().confidence()
        : Feeds.word(result);
  }

  @Test
  void shouldLoseATruncatedRecordBeforeTheNext() {
    String whole =
        "<Message UtcTime='2026-06-10T18:00:00Z'><Source><SimpleItem Name='Token' Value='c1'/>"
            + "</Source><Data><SimpleItem Name='Plate' Value='TST1'/></Data></Message>";
    assertEquals(
        List.of("MALFORMED", "TST1"),
        Feeds.words(ITEMS, "<Message UtcTime='2026-06-10T18:00:00Z'>" + whole));
    assertEquals(List.of("MALFORMED", "TST1"), Feeds.words(ITEMS, "<Message><Source/>" + whole));
    assertEquals(List.of("TST1", "MALFORMED"), Feeds.words(ITEMS, whole + "</Message>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<e><topic>lpr</topic>%s</e> | TST1",
        "<e><topic>lpr</topic><a><b>1</b>%s</a></e> | TST1",
        "<e><topic>lpr</topic>%s</e><e><topic>lpr</topic>%s</e> | TST1 TST1",
        // What comes after a record, or is no field of its envelope, may be a record itself.
        "<e>%s<count>1</count></e> | TST1 MALFORMED",
        "<e><alarm><p>X</p></alarm>%s</e> | MALFORMED TST1",
        "<e><p>X</p></e>%s | MALFORMED TST1",
        "<p>X</p>%s | MALFORMED TST1",
        "<e>lpr%s</e> | TST1",
        "<e><topic>lpr</topic> | MALFORMED",
      })
  void shouldPassOverFieldsInFrontOfARecord(String file, String expected) {
    String record =
        "<Message UtcTime='2026-06-10T18:00:00Z'><Source><SimpleItem Name='Token' Value='c1'/>"
            + "</Source><Data><SimpleItem Name='Plate' Value='TST1'/></Data></Message>";
    assertEquals(List.of(expected.split(" ")), Feeds.words(ITEMS, file.replace("%s", record)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "at[key=plate].value | [{'key':'plate','value':'TST1'},{'key':'x','value':1}]",
        "at[0=plate].1 | [['plate','TST1'],['x',1]]",
        "at[k.y=plate].v | [{'k.y':'plate','v':'TST1'}]",
        "at[key=the plate].value.0 | [{'key':'The Plate','value':['TST1']}]",
        "/at[key=plate]/va.lue | [{'key':'plate','va.lue':'TST1'}]",
        "at[key=plate].value | {'key':'plate','value':'TST1'}",
        "at.0.value | {'value':'TST1'}",
        "at.p[km/h] | {'p[km/h]':'TST1'}",
      })
  void shouldSelectInJson(String path, String list) {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            mapping:
              format: json
              fields: {plate: "%s", captured_at: t, camera: c}
            """
                .formatted(path));
    String record = "{'at':" + list + ",'t':'2026-06-10T18:00:00Z','c':'c1'}";
    assertEquals(List.of("TST1"), Feeds.words(feed, record.replace('\'', '"')));
  }

  private static FeedDefinition events(String kind) {
    return Feeds.feed(
        "mapping",
        """
        mapping:
          format: json
          each: list
          kind: %s
          fields: {plate: p, captured_at: $.t, camera: $.c}
        """
            .formatted(kind));
  }

  private static List<String> words(FeedDefinition feed, String more, String list) {
    String record = "{'t':'2026-06-10T18:00:00Z','c':'c1'," + more + "'list':[" + list + "]}";
    return Feeds.words(feed, record.replace('\'', '"'));
  }

  @Test
  void shouldTellKindsOfElements() {
    String mixed = "{'k':'lpr','p':'TST1'},{'k':'motion'},{'k':'LPR','p':'TST2'},{'p':'TST3'}";
    assertEquals(
        List.of("TST1", "NOT_A_READ", "TST2", "UNKNOWN_KIND"),
        words(events("{at: k, wanted: [lpr]}"), "", mixed));
    assertEquals(
        List.of("TST1", "UNKNOWN_KIND", "TST2", "TST3"),
        words(events("{at: k, wanted: [lpr], others: unknown, absent: wanted}"), "", mixed));
    // What the document says goes for all of its elements, unless the feed says where to look.
    assertEquals(
        List.of("UNKNOWN_KIND", "UNKNOWN_KIND", "UNKNOWN_KIND", "UNKNOWN_KIND"),
        words(events("{at: k, wanted: [lpr]}"), "'k':'motion',", mixed));
    assertEquals(
        List.of("TST1", "NOT_A_READ", "TST2", "UNKNOWN_KIND"),
        words(events("{at: k, wanted: [lpr], in: each}"), "'k':'motion',", mixed));
    assertEquals(
        List.of("NOT_A_READ"),
        words(events("{at: k, wanted: [lpr], unwanted: [motion]}"), "'k':'motion',", mixed));
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "$"})
  void shouldReadListsOfPlainTexts(String self) {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            mapping:
              format: jsonl
              each: plates
              fields: {plate: %s, captured_at: $.t, camera: $.cam}
            """
                .formatted(self));
    String file =
        """
        {"cam":"c1","t":"2026-06-10T18:00:00Z","plates":["TST1",1234567,"unknown"]}
        {"cam":"c1","t":"2026-06-10T18:00:01Z","plates":[]}
        {"cam":"c1","t":"2026-06-10T18:00:01Z","plates":[["TST1"],null]}
        """;
    assertEquals(
        List.of("TST1", "1234567", "NO_PLATE", "NO_PLATE", "MALFORMED", "NO_PLATE"),
        Feeds.words(feed, file));
    assertTrue(Feeds.outcomes(feed, file).get(0).payload().contains("[\"TST1\"]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,93 | 47,0301 | -122,9001 | 0.93 47.0301",
        "93% | 47.0301 | -122.9001 | 0.93 47.0301",
        "93 % | 47.0301 | -122.9001 | 0.93 47.0301",
        "93,5 % | 47.0301 | -122.9001 | 0.935 47.0301",
        "% | 47.0301 | -122.9001 | null 47.0301",
        "0,9,3 | 47.0301 | -122.9001 | null 47.0301",
        "1.000,5 | 47.0301 | -122.9001 | null 47.0301",
      })
  void shouldReadDecimalCommasAndPercents(String score, String lat, String lon, String expected) {
    for (String scale : List.of("unit", "percent")) {
      FeedDefinition feed =
          Feeds.feed(
              "mapping",
              """
              confidence_scale: %s
              mapping:
                format: csv
                delimiter: ";"
                fields: {plate: p, captured_at: t, camera: c, confidence: s, lat: a, lon: o}
              """
                  .formatted(scale));
      String row = "p;t;c;s;a;o\nTST1;2026-06-10T18:00:00Z;c1;" + score + ";" + lat + ";" + lon;
      CanonicalRead read = Feeds.onlyRead(feed, row + "\n");
      boolean signed = score.contains("%");
      if (scale.equals("unit") || signed) {
        assertEquals(expected, read.confidence() + " " + read.lat());
      }
    }
  }

  @Test
  void shouldReadRecordsWithoutLineEnds() {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            mapping:
              format: fixed
              length: 30
              line_ends: none
              fields: {camera: "0:2", captured_at: "2:22", plate: "22:28"}
            """);
    String one = "c12026-06-10T18:00:00ZTST001\u00e9 ";
    assertEquals(List.of("TST001", "TST001"), Feeds.words(feed, one + one));
    assertEquals(List.of("TST001", "TST001"), Feeds.words(feed, "\uFEFF" + one + one + "\r\n"));
    assertEquals(List.of("TST001", "MALFORMED"), Feeds.words(feed, one + "c12026"));
    assertEquals(30, Feeds.outcomes(feed, one + one).get(1).raw().offset() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "format: fixed`, line_ends: none | needs the length",
        "format: fixed`, length: {min: 3}`, line_ends: none | needs the length",
        "format: fixed`, length: 30`, line_ends: none`, header: line | only lines have it",
        "format: fixed`, length: 30`, line_ends: lf | has the unknown value 'lf'",
        "format: csv`, line_ends: none | only format fixed has it",
      })
  void shouldRefuseRecordsWithoutALength(String keys, String why) {
    refused(keys.replace("`", "") + ", fields: {plate: \"1:3\", captured_at: \"3:9\"}", why);
  }

  @Test
  void shouldRefuseElementsWithoutEach() {
    refused("format: json, fields: {plate: ., captured_at: t}", "has no each");
    refused("format: json, fields: {plate: $, captured_at: t}", "has no each");
    refused(
        "format: json, kind: {at: k, wanted: [a], in: each}, fields: {plate: p, captured_at: t}",
        "has no each");
    refused(
        "format: json, each: l, kind: {at: k, in: record}, fields: {plate: p, captured_at: t}",
        "has the unknown value 'record'");
  }

  private static void refused(String mapping, String why) {
    String yaml = "mapping: {" + mapping + ", defaults: {camera: c}}\n";
    BadInput bad = assertThrows(BadInput.class, () -> Feeds.feed("mapping", yaml));
    assertTrue(bad.getMessage().contains(why), bad.getMessage());
    assertTrue(bad.getMessage().contains("north.yaml, line 5"), bad.getMessage());
  }
}
