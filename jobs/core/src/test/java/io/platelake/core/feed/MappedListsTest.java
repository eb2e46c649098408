package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records with several reads, and places that are not where the mapping has them. */
class MappedListsTest {
  private static final FeedDefinition JSON =
      Feeds.feed(
          "mapping",
          """
          mapping:
            format: json
            each: data.reads
            fields: {plate: p.text, camera: $.camera, captured_at: $.at}
          """);

  private static final FeedDefinition PLACED =
      Feeds.feed(
          "mapping",
          """
          mapping:
            format: json
            each: reads
            kind: [{path: kind, reads: [read]}]
            fields:
              plate: p
              captured_at: $.at
              lat: {path: lat, else: $.lat}
              lon: {path: lon, else: $.lon}
            defaults: {camera: gate-1}
          """);

  private static final FeedDefinition XML =
      Feeds.feed(
          "mapping",
          """
          mapping:
            format: xml
            record: event
            each: read
            fields: {plate: p, camera: $.camera, captured_at: $.at}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'reads':[{'p':{'text':'TST1'}},{'p':{'text':'TST2'}}]} | TST1,TST2",
        "{'reads':[]} | NO_PLATE",
        "{'reads':null} | MALFORMED",
        "{'reads':{}} | MALFORMED",
        "{} | MALFORMED",
        "[] | MALFORMED",
        "'text' | MALFORMED",
        "null | MALFORMED",
        "{'reads':[7,null,{}]} | MALFORMED,MALFORMED,MALFORMED",
        "{'reads':[{'p':null},{'p':{}},{'p':{'text':null}},{'p':'TST1'}]} | NO_PLATE,MALFORMED,NO_PLATE,MALFORMED",
      })
  void shouldReadAListOfADocument(String data, String words) {
    String document =
        "{'camera':'c','at':'2025-06-15T15:06:40Z','data':%s}".formatted(data).replace('\'', '"');
    assertEquals(words, String.join(",", Feeds.words(JSON, document)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<read><p>TST1</p></read><read p='TST2'/> | TST1,TST2",
        "<read><p>TST1</p></read> | TST1",
        "<read>TST1</read> | MALFORMED",
        "<other/> | MALFORMED",
      })
  void shouldReadElementsOfAnElement(String reads, String words) {
    String event = "<event><camera>c</camera><at>2025-06-15T15:06:40Z</at>" + reads + "</event>";
    assertEquals(List.of(words.split(",")), Feeds.words(XML, event));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kind':'other','at':'2025-06-15T15:06:40Z','lat':'47','lon':'-122','reads':[]}",
        "{'kind':'other','at':'2025-06-15T15:06:40Z','lat':'47','lon':'-122'}",
        "{'kind':'read','at':'2025-06-15T15:06:40Z','lat':'47','lon':'-122','reads':[]}",
        "{'kind':'read','at':'2025-06-15T15:06:40Z','lat':'47','lon':'-122','reads':7}",
        "{'kind':'other','at':'2025-06-15T15:06:40Z','reads':[{'p':'TST1','lat':'47','lon':'-122'}]}",
      })
  void shouldSayWhereADocumentWithoutAReadIsFrom(String document) {
    ParsedRead.Defect defect = defect(PLACED, document);
    assertEquals("gate-1", defect.cameraId());
    assertEquals(Instant.parse("2025-06-15T15:06:40Z"), defect.capturedAt());
    assertEquals(47, defect.lat());
    assertEquals(-122, defect.lon());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'p':'TST1'", "{'p':}", "TST1"})
  void shouldSayWhichCameraDamagedTextIsFrom(String text) {
    assertEquals("gate-1", defect(PLACED, text).cameraId());
  }

  private static ParsedRead.Defect defect(FeedDefinition feed, String document) {
    return (ParsedRead.Defect) Feeds.outcomes(feed, document.replace('\'', '"')).get(0).parsed();
  }
}
