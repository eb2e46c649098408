package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.platelake.core.feed.rule.EventRule;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingAdapterTest {
  private static final FeedDefinition CSV =
      Feeds.feed(
          "mapping",
          """
          confidence_scale: percent
          area: {west: -125, south: 45, east: -116, north: 50}
          mapping:
            format: csv
            delimiter: ";"
            encoding: windows-1252
            null_values: ["?"]
            defaults: {state: WA}
            fields:
              event_id: Id
              camera: Camera
              captured_at:
                column: [Day, Time]
                format: pattern
                pattern: dd/MM/yyyy HH-mm-ss
                zone: America/Los_Angeles
              plate: Plate
              state: State
              confidence: Score
              make: Make
              lat: Lat
              lon: Lon
          """);

  private static final String HEADER = "Id;Camera;Day;Time;Plate;State;Score;Make;Lat;Lon;Extra\n";

  private static String row(String day, String time, String plate, String rest) {
    return "e1;north;" + day + ";" + time + ";" + plate + ";" + rest + ";x\n";
  }

  @Test
  void shouldReadARow() {
    CanonicalRead read =
        Feeds.onlyRead(
            CSV, HEADER + row("01/07/2025", "12-30-00", "tst 0001", "or;93;Ford;47.6;-122.3"));
    assertEquals("TST0001", read.plate());
    assertEquals("OR", read.state());
    assertEquals(0.93, read.confidence());
    assertEquals(Instant.parse("2025-07-01T19:30:00Z"), read.capturedAt());
    assertEquals("e1", read.eventKey());
    assertEquals("ford", read.make());
  }

  @Test
  void shouldFillDefaultsWhereARecordSaysNothing() {
    CanonicalRead read =
        Feeds.onlyRead(CSV, HEADER + row("01/07/2025", "12-30-00", "tst0001", "?;-1;-;;"));
    assertEquals("WA", read.state());
    assertNull(read.confidence());
    assertNull(read.make());
    assertNull(read.lat());
  }

  @ParameterizedTest
  @CsvSource({
    // The clocks go from 2 to 3 on 9 March 2025 and from 2 back to 1 on 2 November 2025.
    "09/03/2025, 01-59-59, 2025-03-09T09:59:59Z",
    "09/03/2025, 02-30-00, NO_TIME",
    "09/03/2025, 03-00-00, 2025-03-09T10:00:00Z",
    "02/11/2025, 00-59-59, 2025-11-02T07:59:59Z",
    "02/11/2025, 01-30-00, 2025-11-02T08:30:00Z",
    "02/11/2025, 02-00-00, 2025-11-02T10:00:00Z",
    "31/02/2025, 12-00-00, NO_TIME",
    "12/31/2025, 12-00-00, NO_TIME",
    "'', 12-00-00, NO_TIME",
  })
  void shouldResolveLocalTimes(String day, String time, String expected) {
    RecordResult only = Feeds.outcomes(CSV, HEADER + row(day, time, "tst0001", "wa;93;;;")).get(0);
    assertEquals(
        expected,
        only.parsed() instanceof ParsedRead.Read read
            ? read.read().capturedAt().toString()
            : Feeds.word(only));
  }

  @ParameterizedTest
  @CsvSource({
    "tst0001, wa;93;;47.6;-122.3, TST0001",
    "tst0001, wa;93;;-122.3;47.6, TST0001",
    "tst0001, wa;93;;-0.0;0, TST0001",
    "tst0001, wa;93;;47.6;122.3, TST0001",
    "tst0001, wa;93;;47.6;, TST0001",
    "tst0001, wa;93;;47°36';-122.3, TST0001",
    "tst0001, wa;0;;0;0, TST0001",
    "tst0001, wa;930;;;, TST0001",
    "tst0001, wa;ninety;;;, TST0001",
    "NON, wa;93;;;, NO_PLATE",
    "?, wa;93;;;, NO_PLATE",
    "NONE123, wa;93;;;, NONE123",
    "1.23E+05, wa;93;;;, BAD_PLATE",
    "1-Mar, wa;93;;;, BAD_PLATE",
    "Mar-01, wa;93;;;, BAD_PLATE",
    "2026-03-01, wa;93;;;, BAD_PLATE",
    "TRUE, wa;93;;;, BAD_PLATE",
    "Not defined, wa;93;;;, NO_PLATE",
    "TEMP-TAG, wa;93;;;, NO_PLATE",
    "SIN PLACA, wa;93;;;, NO_PLATE",
    "------, wa;93;;;, NO_PLATE",
    "00000, wa;93;;;, NO_PLATE",
    "000A, wa;93;;;, 000A",
    "1234567, wa;93;;;, 1234567",
    "12E4567, wa;93;;;, 12E4567",
    "TÄST1, wa;93;;;, BAD_PLATE",
  })
  void shouldJudgeARow(String plate, String rest, String word) {
    String file = HEADER + row("01/07/2025", "12-30-00", plate, rest);
    List<RecordResult> all = Feeds.outcomes(CSV, file.getBytes(Charset.forName("windows-1252")));
    assertEquals(List.of(word), all.stream().map(Feeds::word).toList());
  }

  @Test
  void shouldReadJsonLinesByPath() {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            confidence_scale: unit
            cameras: {map: {"7": gate-7}}
            mapping:
              format: jsonl
              fields:
                camera: /device.info/id
                captured_at: {path: at.ns, format: epoch_ns}
                plate: reads.0.text
                confidence: reads.0.score
            """);
    String line =
        "{'device.info':{'id':7},'at':{'ns':1750000000123456789},'reads':[{'text':'TST1','score':'9.5e-01'}],'crop':'AAAA'}\n";
    String file =
        (line
                + line.replace("'id':7", "'id':8")
                + line.replace("'TST1'", "1.5")
                + line.replace("'TST1'", "['TST1']")
                + line.replace("{'id':7}", "'none'")
                + "{'device.info':{'id':7},")
            .replace('\'', '"');
    assertEquals(
        List.of("TST1", "UNKNOWN_CAMERA", "BAD_PLATE", "MALFORMED", "NO_CAMERA", "MALFORMED"),
        Feeds.words(feed, file));
    CanonicalRead read = ((ParsedRead.Read) Feeds.outcomes(feed, file).get(0).parsed()).read();
    assertEquals(Instant.parse("2025-06-15T15:06:40.123456Z"), read.capturedAt());
    assertEquals("7", read.vendorCameraId());
    assertEquals("gate-7", read.cameraId());
    assertEquals(0.95, read.confidence());
    assertEquals("plate TST1", read.eventKey());
  }

  @Test
  void shouldAgreeWithItselfByWhateverRouteAnEventComes() {
    String one = row("01/07/2025", "12-30-00", "tst0001", "wa;93;;;");
    long id = Feeds.onlyRead(CSV, HEADER + one).identity("city-2", EventRule.DEFAULT).readId();
    assertEquals(
        id,
        Feeds.onlyRead(CSV, "\uFEFF" + HEADER + "\r\n" + one.strip())
            .identity("city-2", EventRule.DEFAULT)
            .readId());
  }
}
