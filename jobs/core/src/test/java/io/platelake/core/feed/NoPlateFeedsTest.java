package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How makers write that they read no plate, in the shape of their own files. */
class NoPlateFeedsTest {
  private static final FeedDefinition JSON_FEED =
      Feeds.feed(
          "mapping",
          """
          cameras: {identity: true}
          mapping:
            format: json
            fields: {camera: cam, captured_at: {path: at, format: iso}, plate: [plate]}
          """);

  @Test
  void shouldRefuseTheWordOfAnElement() {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            time_zone: America/Los_Angeles
            confidence_scale: percent
            mapping:
              format: xml
              record: CAR_PLATE
              fields: {camera: cam-id, captured_at: time, plate: plate, confidence: confidence}
            """);
    String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    String event = "<CAR_PLATE cam-id=\"C1\" time=\"2026-06-10T18:3%d:44.695\" plate=\"%s\"/>";
    String file =
        declaration
            + event.formatted(7, "QRT4821")
            + declaration
            + event.formatted(8, "Not defined");
    assertEquals(List.of("QRT4821", "NO_PLATE"), Feeds.words(feed, file));
  }

  @ParameterizedTest
  @CsvSource({
    "TST0001, TST0001",
    "unlicensed, NO_PLATE",
    "--, NO_PLATE",
    "无牌车, NO_PLATE",
    "АВК4412, BAD_PLATE",
  })
  void shouldRefuseTheWordOfATrafficEvent(String plate, String word) {
    String event =
        """
        {"Code": "TrafficJunction", "EventID": 502, "GroupID": 9002, "RealUTC": 1781092802,
         "UTCMS": 305, "Object": {"ObjectType": "Plate", "Text": "%s", "Confidence": 90},
         "TrafficCar": {"MachineName": "C1", "PlateNumber": "%s"}}
        """
            .formatted(plate, plate);
    assertEquals(List.of(word), Feeds.words(Feeds.feed("dahua", ""), event));
  }

  /** Python writes None for no value; a plate of a person's own choice comes in quotes as well. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"TRUE\", TRUE",
        "true, BAD_PLATE",
        "1.5, BAD_PLATE",
        "\"Mar-01\", BAD_PLATE",
        "\"NULL\", NO_PLATE",
        "null, NO_PLATE",
        "\"No Tag\", NO_PLATE",
      })
  void shouldTellATextFromAValue(String plate, String word) {
    String record = "{\"cam\":\"C1\",\"at\":\"2026-06-10T18:37:44Z\",\"plate\":" + plate + "}";
    assertEquals(List.of(word), Feeds.words(JSON_FEED, record));
  }

  @Test
  void shouldNameTheWordAsTheListWritesItAndNoValueOfTheRecord() {
    String record = "{\"cam\":\"C1\",\"at\":\"2026-06-10T18:37:44Z\",\"plate\":\"no_TAG\"}";
    ParsedRead.Defect defect =
        (ParsedRead.Defect) Feeds.outcomes(JSON_FEED, record).get(0).parsed();
    assertEquals("NO TAG", defect.word());
    assertEquals("plate", defect.place());
  }
}
