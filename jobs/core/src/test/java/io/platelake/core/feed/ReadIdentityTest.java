package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.feed.rule.EventRule;
import io.platelake.core.plate.PlateKey;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two records of one feed, {@code event camera time plate}, and whether they are one read. */
class ReadIdentityTest {
  private static final String MAPPING =
      """
      mapping:
        format: csv
        delimiter: "|"
        header: false
        columns: [id, cam, at, plate]
        fields: {event_id: id, camera: cam, captured_at: {column: at, format: iso}, plate: plate}
      """;
  private static final FeedDefinition PLAIN = Feeds.feed("mapping", MAPPING);
  private static final FeedDefinition SECONDS =
      Feeds.feed("mapping", "event: {time: second}\n" + MAPPING);

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          e1|c1|08:00:00|TST1 / e1|c1|08:00:00|TST1             -> one read
          e1|c1|08:00:00|TST1 / e1|c1|08:00:00|tst-1            -> one read
          e1|c1|08:00:00|TST1 / e1|c1|08:00:00|TST2             -> one event
          0|c1|08:00:00|TST1 / 0|c1|08:00:00|TST2               -> two events
          0|c1|08:00:00|TST1 / |c1|08:00:00|TST1                -> one read
          |c1|08:00:00|TST1 / |c1|08:00:00|TST1                 -> one read
          |c1|08:00:00|TST1 / |c1|08:00:00|TST2                 -> two events
          {00000000-0000-0000-0000-000000000000}|c1|08:00:00|TST1 / |c1|08:00:00|TST1 -> one read
          n/a|c1|08:00:00|TST1 / unknown|c1|08:00:00|TST2       -> two events
          1|c1|08:00:00|TST1 / 1|c1|09:00:00|TST2               -> two events
          1|c1|08:00:00|TST1 / 1|c1|09:00:00|TST1               -> two events
          1|c1|08:00:00|TST1 / 2|c1|08:00:00|TST2               -> two events
          1|c1|08:00:00.1|TST1 / 2|c1|08:00:00.9|TST1           -> two events
          1|c1|08:00:00|TST1 / 2|c1|08:00:00|TST1               -> two events
          1|c1|08:00:00|TST1 / 1|c2|08:00:00|TST1               -> two events
          1|c1|08:00:00.123|TST1 / 1|c1|08:00:00|TST1           -> two events
           e1 |c1|08:00:00|TST1 / e1|c1|08:00:00|TST1           -> one read
          Lane-A|c1|08:00:00|TST1 / lane-a|c1|08:00:00|TST1     -> two events
          {0A1B2C3D-0000-4000-8000-00000000000F}|c1|08:00:00|TST1 / 0a1b2c3d-0000-4000-8000-00000000000f|c1|08:00:00|TST1 -> one read
          """)
  void shouldTellVehiclesApartAndKnowARepetition(String records, String expected) {
    assertEquals(expected, word(PLAIN, records), records);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          1|c1|08:00:00.123|TST1 / 1|c1|08:00:00|TST1     -> one read
          1|c1|08:00:00.123|TST1 / 1|c1|08:00:00.1|TST2   -> one event
          1|c1|08:00:00.999|TST1 / 1|c1|08:00:01|TST1     -> two events
          |c1|08:00:00.123|TST1 / |c1|08:00:00|TST1       -> two events
          """)
  void shouldCompareSecondsWhereTheFeedSaysSo(String records, String expected) {
    assertEquals(expected, word(SECONDS, records), records);
  }

  @Test
  void shouldBeTheSameThroughTwoFeedsOfOneCamera() {
    FeedDefinition other = Feeds.feed("mapping", "cameras: {map: {V9: c1}}\n" + MAPPING);
    assertEquals(
        identity(PLAIN, "e1|c1|2026-06-02T08:00:00Z|TST1"),
        identity(other, "e1|V9|2026-06-02T08:00:00Z|TST1"));
  }

  @Test
  void shouldNotTakeTwoPlatesOfOnePictureForOneRead() {
    List<RecordResult> both =
        Feeds.outcomes(
            Feeds.feed(
                "mapping",
                """
                mapping:
                  format: json
                  each: plates
                  fields:
                    event_id: $.frame
                    camera: $.cam
                    captured_at: {path: $.at, format: iso}
                    plate: text
                """),
            """
            {"frame": "f7", "cam": "c1", "at": "2026-06-02T08:00:00Z",
             "plates": [{"text": "TST1"}, {"text": "TST2"}]}
            """);
    ReadIdentity first = identity(both.get(0));
    ReadIdentity second = identity(both.get(1));
    assertEquals(first.eventId(), second.eventId());
    assertNotEquals(first.readId(), second.readId());
  }

  @Test
  void shouldStayTheSameForever() {
    // Changing the recipe would land every event of a repeated file a second time.
    ReadIdentity read = identity(PLAIN, "event-1|cam-1|2025-06-15T15:06:40.123456Z|TST1");
    assertEquals(6599561706760398024L, read.eventId());
    assertEquals(-649259984930873503L, read.readId());
  }

  /** What a lake holds of before: the id of the event, in the place of the id of the read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "e1|c1|2026-06-02T08:00:00Z|TST1",
        "|c1|2026-06-02T08:00:00Z|TST1",
        "0|c1|2026-06-02T08:00:00Z|TST1",
        "0A1B2C3D-0000-4000-8000-00000000000F|c1|2026-06-02T08:00:00.5Z|TST1"
      })
  void shouldBeKnownByTheIdOfBefore(String record) {
    CanonicalRead read = Feeds.onlyRead(SECONDS, record + "\n");
    long before = ReadId.of("city-2", read.cameraId(), read.capturedAt(), read.eventKey());
    ReadIdentity now = read.identity("city-2", SECONDS.event());
    List<Long> stored = List.of(before, ReadId.ofReading(before, PlateKey.pack(read.plate())));
    assertTrue(stored.contains(now.readId()) || stored.contains(now.formerId()));
  }

  @Test
  void shouldGiveTheEventOfAStoredReadBack() {
    ReadIdentity read = identity(PLAIN, "e1|c1|2026-06-02T08:00:00Z|TST1");
    assertEquals(read.eventId(), ReadId.ofReading(read.readId(), PlateKey.pack("TST1")));
  }

  @Test
  void shouldRefuseCorrectionsWithoutAnEventId() {
    String mapping = MAPPING.replace("event_id: id, ", "");
    BadInput bad =
        Assertions.assertThrows(
            BadInput.class,
            () -> Feeds.feed("mapping", "event: {another_plate: correction}\n" + mapping));
    assertTrue(bad.getMessage().contains("no event_id is mapped"), bad.getMessage());
  }

  private static String word(FeedDefinition feed, String records) {
    String[] both = records.split(" / ", -1);
    ReadIdentity first = identity(feed, dated(both[0]));
    ReadIdentity second = identity(feed, dated(both[1]));
    if (first.readId() == second.readId()) {
      return "one read";
    }
    return first.eventId() == second.eventId() ? "one event" : "two events";
  }

  private static String dated(String record) {
    String[] cells = record.split("\\|", -1);
    return cells[0] + "|" + cells[1] + "|2026-06-02T" + cells[2] + "Z|" + cells[3];
  }

  private static ReadIdentity identity(FeedDefinition feed, String record) {
    return Feeds.onlyRead(feed, record + "\n").identity("city-2", feed.event());
  }

  private static ReadIdentity identity(RecordResult result) {
    return ((ParsedRead.Read) result.parsed()).read().identity("city-2", EventRule.DEFAULT);
  }
}
