package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
