package io.platelake.core.feed;

import static io.platelake.core.feed.Feeds.OPENALPR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.platelake.core.feed.rule.EventRule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class OpenAlprAdapterTest {
  /** A group as version 3 writes it; all values are made up. */
  public static final String GROUP =
      """
      {"data_type":"alpr_group","version":3,"epoch_start":1750000000123,"epoch_end":1750000003000,
       "camera_id":7001,"gps_latitude":47.61,"gps_longitude":-122.33,"country":"us",
       "uuids":["AGENT-7001-1750000000200"],"plate_indexes":[0],
       "candidates":[{"plate":"TST0001","confidence":91.5,"matches_template":1},
                     {"plate":"TSTO001","confidence":2.248e-005,"matches_template":0}],
       "best_plate":{"plate":"TST0001","confidence":88.0,"plate_index":2,"region":"us-or",
                     "region_confidence":98,"plate_crop_jpeg":"AAAA"},
       "best_plate_number":"TST0001","best_confidence":91.5,"best_region":"us-wa",
       "best_region_confidence":41.25,"best_uuid":"AGENT-7001-1750000000456",
       "travel_direction":360.0,"is_parked":false,"is_preview":false,
       "vehicle":{"color":[{"name":"gray","confidence":10},{"name":"Silver","confidence":80}],
                  "make":[{"name":"land-rover","confidence":70}],
                  "make_model":[{"name":"land-rover_range-rover","confidence":60}],
                  "body_type":[{"name":"suv-standard","confidence":99}]},
       "overview_jpeg":"AAAA"}
      """;

  /** The group in one line with {@code from} replaced, which has to be there. */
  static String groupWith(String from, String to) {
    String line = GROUP.replaceAll("\\s*\\n\\s*", "");
    assertNotEquals(line, line.replace(from, to), "nothing replaced");
    return line.replace(from, to);
  }

  @Test
  void shouldTakeTheGroupsEstimatesAndNotThoseOfItsBestFrame() {
    CanonicalRead read = Feeds.onlyRead(OPENALPR, GROUP);
    assertEquals("TST0001", read.plate());
    assertEquals("WA", read.state());
    assertEquals(0.4125, read.stateConfidence());
    assertEquals(0.915, read.confidence());
    assertEquals(Instant.ofEpochMilli(1750000000123L), read.capturedAt());
    assertEquals("AGENT-7001-1750000000456#2", read.eventKey());
    assertEquals("silver", read.color());
    assertEquals("land-rover", read.make());
    assertEquals("range-rover", read.model());
    assertEquals(0.0, read.direction());
    assertEquals(47.61, read.lat());
    assertEquals(-122.33, read.lon());
    assertEquals(
        List.of(new Candidate("TST0001", 0.915), new Candidate("TSTO001", 2.248e-5 / 100)),
        read.candidates());
  }

  @Test
  void shouldGiveAlertAndGroupTheSameId() {
    String alert =
        "{\"data_type\":\"alpr_alert\",\"epoch_time\":1750000009000,\"plate_number\":\"TST0001\","
            + "\"group\":"
            + GROUP
            + "}";
    assertEquals(
        Feeds.onlyRead(OPENALPR, GROUP).identity("city-2", EventRule.DEFAULT).readId(),
        Feeds.onlyRead(OPENALPR, alert).identity("city-2", EventRule.DEFAULT).readId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'data_type':'heartbeat','timestamp':1,'video_streams':[]} | NOT_A_READ",
        "{'data_type':'alpr_results','results':[{'plate':'TST0001'}]} | NOT_A_READ",
        "{'data_type':'vehicle','epoch_start':1750000000123} | NO_PLATE",
        "{'data_type':'alpr_alert','plate_number':'TST0001'} | MALFORMED",
        "{'data_type':'alpr_alert','group':{'data_type':'heartbeat'}} | UNKNOWN_KIND",
        "{'data_type':'parking_event'} | UNKNOWN_KIND",
        "{'data_type':7} | UNKNOWN_KIND",
        "{'plate':'TST0001'} | UNKNOWN_KIND",
        "{'data_type':'alpr_group','data_type':'vehicle'} | UNKNOWN_KIND",
        "{'data_type':'alpr_group'} | NO_PLATE",
      })
  void shouldTellKindsApart(String document, String word) {
    assertEquals(List.of(word), Feeds.words(OPENALPR, document.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"is_preview\":false', '\"is_preview\":true', NOT_A_READ",
    "'\"best_plate_number\":\"TST0001\"', '\"best_plate_number\":\"unknown\"', NO_PLATE",
    "'\"best_plate_number\":\"TST0001\"', '\"best_plate_number\":null', NO_PLATE",
    "'\"best_plate_number\":\"TST0001\"', '\"best_plate_number\":\"***\"', NO_PLATE",
    "'\"best_plate_number\":\"TST0001\"', '\"best_plate_number\":\"TST*001\"', BAD_PLATE",
    "'\"best_plate_number\":\"TST0001\"', '\"best_plate_number\":\"TST0001TST0001\"', BAD_PLATE",
    "'\"best_plate_number\":\"TST0001\"', '\"best_plate_number\":{}', MALFORMED",
    "'\"best_plate_number\":\"TST0001\"', '\"best_plate_number\":1E5', BAD_PLATE",
    "'\"best_plate_number\":\"TST0001\"', '\"best_plate_number\":1234567', 1234567",
    "'\"epoch_start\":1750000000123', '\"epoch_start\":0', NO_TIME",
    "'\"epoch_start\":1750000000123', '\"epoch_start\":\"yesterday\"', NO_TIME",
    "'\"epoch_start\":1750000000123', '\"epoch_start\":\"1750000000123\"', TST0001",
    "'\"epoch_start\":1750000000123', '\"epoch_start\":1.750000000123e12', TST0001",
    "'\"camera_id\":7001', '\"camera_id\":\"\"', NO_CAMERA",
    "'\"best_confidence\":91.5', '\"best_confidence\":915', TST0001",
    "'\"best_confidence\":91.5', '\"best_confidence\":\"91.5\"', TST0001",
    "'\"best_confidence\":91.5', '\"best_confidence\":\"high\"', TST0001",
    "'\"gps_latitude\":47.61', '\"gps_latitude\":-122.33', TST0001",
    "'\"gps_latitude\":47.61', '\"gps_latitude\":null', TST0001",
  })
  void shouldJudgeOneField(String from, String to, String word) {
    assertEquals(List.of(word), Feeds.words(OPENALPR, groupWith(from, to)));
  }

  @Test
  void shouldReadEarlyVersionTwoWithBareRegion() {
    CanonicalRead read =
        Feeds.onlyRead(OPENALPR, groupWith("\"best_region\":\"us-wa\"", "\"best_region\":\"wa\""));
    assertEquals("WA", read.state());
  }

  @Test
  void shouldFallBackToBestFrameWhereTheGroupSaysNothing() {
    String group =
        groupWith(
            "\"best_plate_number\":\"TST0001\",\"best_confidence\":91.5,\"best_region\":\"us-wa\",\"best_region_confidence\":41.25,",
            "");
    CanonicalRead read = Feeds.onlyRead(OPENALPR, group);
    assertEquals("TST0001", read.plate());
    assertEquals(0.88, read.confidence());
    assertEquals("OR", read.state());
    assertEquals(0.98, read.stateConfidence());
  }

  @Test
  void shouldTakeUnknownSpellingsAsUnknown() {
    assertNull(
        Feeds.onlyRead(
                OPENALPR,
                groupWith(
                    "\"gps_latitude\":47.61,\"gps_longitude\":-122.33",
                    "\"gps_latitude\":0,\"gps_longitude\":0.0"))
            .lat());
    assertNull(
        Feeds.onlyRead(OPENALPR, groupWith("\"best_confidence\":91.5", "\"best_confidence\":-1"))
            .confidence());
    assertNull(
        Feeds.onlyRead(OPENALPR, groupWith("\"travel_direction\":360.0", "\"travel_direction\":-1"))
            .direction());
    assertNull(
        Feeds.onlyRead(OPENALPR, groupWith("\"name\":\"Silver\"", "\"name\":\"unknown\"")).color());
  }

  @Test
  void shouldNotGiveAVehicleTheModelOfAnotherMake() {
    CanonicalRead read =
        Feeds.onlyRead(
            OPENALPR,
            groupWith("\"make\":[{\"name\":\"land-rover\"", "\"make\":[{\"name\":\"ford\""));
    assertEquals("ford", read.make());
    assertNull(read.model());
  }
}
