package io.platelake.app.land;

import static io.platelake.app.Rows.assertRows;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.Shared;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.app.ledger.policy.Adoption;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payloads that makers publish, each landed as it is, as far as they lie beside the project. */
@Tag("lake")
class RealPayloadsTest {
  private static final String OPENALPR = "formats/openalpr-rekor/webhook_v3_";
  private static final String CAMERAS =
      """
      camera_id,vendor_camera_id,site_name,site_type,lat,lon,heading,from,to
      rekor-1,1000,,street,39.6512,-78.7633,,2020-01-01T00:00:00Z,
      stream-1,camera-1,,street,37.7701,-122.4202,,2020-01-01T00:00:00Z,
      axis-1,ACCC8ED3290D,,street,50.4182,30.4763,,2020-01-01T00:00:00Z,
      hik-1,d4:e8:53:bc:4c:02,,street,0.3667,111.0,,2020-01-01T00:00:00Z,
      scan-car-1,25399,,mobile,51.2,4.4,,2020-01-01T00:00:00Z,
      """;

  @TempDir private static Path folder;
  private static Path root;
  private static Lake lake;

  @BeforeAll
  static void registerTheCameras() throws IOException {
    Shared.file(OPENALPR + "alpr_group.json");
    root = folder.resolve("lake");
    lake = TestLake.in(root);
    PolicyLedger.record(
        lake,
        Adoption.first(
            "city-7",
            "wa-city",
            TestPolicies.waCityText(),
            Instant.parse("2020-01-01T00:00:00Z"),
            "tester"));
    CliRun loaded =
        CliRun.at(
            root,
            "2020-01-02T00:00:00Z",
            "cameras",
            "load",
            "--agency",
            "city-7",
            write("cameras.csv", CAMERAS));
    assertEquals(0, loaded.code(), loaded.all());
  }

  @Test
  void shouldLandAFolderOfOpenAlprPayloads() throws IOException {
    JsonNode record = land("2021-10-17T14:00:00Z", openAlpr("rekor"), "formats/openalpr-rekor");
    // A group; a list alert of six weeks before; a vehicle without a plate; and two Markdown files,
    // of which no line is JSON: each of their 28 lines with text is a record that nobody
    // understands.
    assertCounts("records 31, kept 1, refused 2, quarantined 28", record);
    assertEquals("{\"EXPIRED\":1,\"NO_PLATE\":1}", record.at("/details/refused_by").toString());
    assertEquals("{\"MALFORMED\":28}", record.at("/details/quarantined_by").toString());
    assertRows(
        """
        plate   | state | round(state_confidence, 6) | round(confidence, 6) | make | model | color
        19462SH | MA    | 0.840667                   | 0.932547             | bmw  | x3    | white
        """,
        reads("rekor"));
    assertRows(
        """
        camera_id | captured_at              | body          | direction    | lat     | lon
        rekor-1   | 2021-10-17T13:05:47.845Z | suv-crossover | 296.55792236 | 39.6512 | -78.7633
        """,
        reads("rekor"));
    assertRows(
        """
        landed_at            | delete_after             | date       | source | agency_id
        2021-10-17T14:00:00Z | 2021-11-07T13:05:47.845Z | 2021-10-17 | rekor  | city-7
        """,
        reads("rekor"));
  }

  @Test
  void shouldLandTheGroupInsideAnAlertAndKnowItAgain() throws IOException {
    String file = OPENALPR + "alpr_alert.json";
    assertCounts("records 1, kept 1", land("2021-09-03T20:00:00Z", openAlpr("rekor-alerts"), file));
    assertRows(
        """
        plate  | state | make | captured_at              | lat     | lon
        1TST01 | MA    | bmw  | 2021-09-03T19:06:29.342Z | 39.6512 | -78.7633
        """,
        reads("rekor-alerts"));
    JsonNode again = land("2021-09-03T21:00:00Z", openAlpr("rekor-alerts"), file);
    assertCounts("records 1, duplicate 1", again);
    assertEquals(1, again.at("/counts/files_known").asLong());
    assertEquals(1, reads("rekor-alerts").count());
  }

  @Test
  void shouldLandPlateRecognizerWebhook() throws IOException {
    String feed = feed("stream", "platerecognizer", "cameras: {map: {camera-1: stream-1}}\n");
    JsonNode record =
        land("2025-08-11T17:00:00Z", feed, "formats/platerecognizer/stream_webhook.json");
    assertCounts("records 1, kept 1", record);
    assertRows(
        """
        plate  | state | state_confidence | confidence | make    | model | color | body  | direction
        PL8REC | CA    | 0.179            | 0.902      | porsche | 911   | red   | sedan | 210.0
        """,
        reads("stream"));
    assertRows(
        """
        camera_id | captured_at                 | lat     | lon       | size(candidates)
        stream-1  | 2025-08-11T16:42:58.740143Z | 37.7701 | -122.4202 | 2
        """,
        reads("stream"));
  }

  @Test
  void shouldLandAxisEvents() throws IOException {
    String feed = feed("axis", "axis", "cameras: {map: {ACCC8ED3290D: axis-1}}\n");
    JsonNode record = land("2021-06-11T11:00:00Z", feed, "formats/axis/alpv_event.json");
    assertCounts("records 1, kept 1", record);
    assertRows(
        """
        plate    | state | confidence | camera_id | captured_at              | lat     | lon
        RLE11684 | -     | 0.719034   | axis-1    | 2021-06-11T10:05:38.252Z | 50.4182 | 30.4763
        """,
        reads("axis"));
  }

  @Test
  void shouldLandHikvisionEvents() throws IOException {
    String feed =
        feed("hikvision", "hikvision", "cameras: {map: {\"d4:e8:53:bc:4c:02\": hik-1}}\n");
    JsonNode record = land("2024-01-19T04:00:00Z", feed, "formats/hikvision/anpr.xml");
    assertCounts("records 1, kept 1", record);
    assertRows(
        """
        plate   | state | confidence | camera_id | captured_at          | color | lat    | lon
        PECT600 | -     | 0.97       | hik-1     | 2024-01-19T03:17:19Z | white | 0.3667 | 111.0
        """,
        reads("hikvision"));
  }

  @Test
  void shouldSetScanCarObservationsInTwoPlacesAside() throws IOException {
    String feed = feed("apds", "ngsi-apds", "cameras: {map: {\"25399\": scan-car-1}}\n");
    JsonNode record = land("2020-09-11T11:00:00Z", feed, "formats/ngsi/APDSObservation.json");
    assertCounts("records 1, quarantined 1", record);
    assertEquals("{\"BAD_POSITION\":1}", record.at("/details/quarantined_by").toString());
  }

  @Test
  void shouldLandScanCarObservationsWhereTheCarWas() throws IOException {
    String feed =
        feed(
            "scan-car",
            "mapping",
            """
            confidence_scale: unit
            cameras: {map: {"25399": scan-car-1}}
            mapping:
              format: json
              fields:
                camera: creator
                captured_at: observationDateTime
                plate: observedCredentialId
                confidence: observedCredentialConfidence
                direction: observedHeading
                lat: observedLocation.coordinates.1
                lon: observedLocation.coordinates.0
            """);
    JsonNode record = land("2020-09-11T11:00:00Z", feed, "formats/ngsi/APDSObservation.json");
    assertCounts("records 1, kept 1", record);
    assertRows(
        """
        plate   | confidence | camera_id  | captured_at          | direction | lat         | lon
        1ENC003 | 0.851      | scan-car-1 | 2020-09-11T10:45:00Z | 175.0     | 51.00216632 | 4.00412077
        """,
        reads("scan-car"));
  }

  private static String openAlpr(String id) throws IOException {
    return feed(id, "openalpr", "cameras: {map: {\"1000\": rekor-1}}\n");
  }

  private static String feed(String id, String adapter, String more) throws IOException {
    String head = "id: " + id + "\nagency: city-7\npurpose: criminal\nadapter: " + adapter + "\n";
    return write(id + ".yaml", head + more);
  }

  private static JsonNode land(String asOf, String feed, String payload) {
    String path = Shared.file(payload).toString();
    CliRun run = CliRun.at(root, asOf, "--json", "land", "--feed", feed, path);
    FeedFolder.landed(run);
    for (String plate : List.of("19462SH", "1TST01", "PL8REC", "RLE11684", "1ENC003", "PECT600")) {
      assertFalse(run.all().contains(plate), "a plate in what the command says");
    }
    return run.record();
  }

  private static Dataset<Row> reads(String feed) {
    return lake.read(Table.READS, "criminal").where(col("source").equalTo(feed));
  }

  /** All counts of records, those not named are 0. */
  private static void assertCounts(String expected, JsonNode record) {
    StringBuilder counts = new StringBuilder();
    for (String name :
        List.of("records", "kept", "excluded", "refused", "duplicate", "quarantined")) {
      long count = record.at("/counts/" + name).asLong(-1);
      if (count != 0) {
        counts.append(counts.isEmpty() ? "" : ", ").append(name).append(' ').append(count);
      }
    }
    assertEquals(expected, counts.toString());
  }

  private static String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
