package io.platelake.app.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.land.files.Packed;
import io.platelake.files.tree.Samples;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.generic.GenericData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same events as JSON lines, Parquet and Avro; landed on 2 June at noon. */
@Tag("lake")
class LandContainersTest {
  private static final String NOON = "2026-06-02T12:00:00Z";

  /** Camera, local time, plate, state, score; a dash is nothing. */
  private static final List<String[]> EVENTS =
      List.of(
          "cam-1 2026-06-02T01:00:00.25 TST-0001 WA 91.5".split(" "),
          "cam-1 2026-06-02T01:00:01 tst0002 - 88".split(" "),
          "cam-1 2026-06-02T01:00:02 - OR 88".split(" "),
          "cam-9 2026-06-02T01:00:03 TST0003 OR 88".split(" "),
          "cam-2 2026-06-02T01:00:04 TST0004 OR 88".split(" "),
          "cam-1 2026-06-02T01:00:05 TST0005 OR 888".split(" "));

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void setUp() throws IOException {
    lake = TestLake.in(Files.createDirectories(folder.resolve("lake")));
    write(
        "cameras.csv",
        """
        camera_id,vendor_camera_id,site_name,site_type,lat,lon,heading,from,to
        cam-1,,Main St,street,47.0500,-122.9000,,2026-01-01T00:00:00Z,
        cam-2,,School St,street,47.0600,-122.9000,,2026-01-01T00:00:00Z,
        """);
    write(
        "zones.geojson",
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
          "properties": {"zone_id": "z-1", "kind": "elementary_school", "name": "School",
                         "effective_from": "2026-06-01T12:00:00Z"},
          "geometry": {"type": "Point", "coordinates": [-122.9001, 47.0601]}}]}
        """);
    assertEquals(0, run("cameras", "load", "--agency", "city-2", path("cameras.csv")).code());
    assertEquals(0, run("zones", "load", "--agency", "city-2", path("zones.geojson")).code());
  }

  @Test
  void shouldReadTheSameFromEveryFormat() throws IOException {
    Files.write(raw("parquet", "day.parquet"), parquet());
    Files.write(raw("avro", "day.avro"), avro());
    Files.write(raw("jsonl", "day.jsonl"), jsonLines());
    JsonNode counts = land("parquet");
    assertEquals(
        "6 records, 3 kept, 1 excluded, 1 refused, 0 duplicate, 1 quarantined", words(counts));
    Rows.assertRows(
        """
        plate   | state | camera_id | captured_at              | confidence | make | lat   | source    | date
        TST0001 | WA    | cam-1     | 2026-06-02T08:00:00.250Z | 0.915      | audi | 47.05 | f-parquet | 2026-06-02
        TST0002 | -     | cam-1     | 2026-06-02T08:00:01Z     | 0.88       | audi | 47.05 | f-parquet | 2026-06-02
        TST0005 | OR    | cam-1     | 2026-06-02T08:00:05Z     | -          | audi | 47.05 | f-parquet | 2026-06-02
        """,
        lake.read(Table.READS, "criminal"));
    Rows.assertRows(
        """
        reason              | position | file_name
        UNREGISTERED_CAMERA | 4        | day.parquet
        """,
        lake.read(Table.QUARANTINE));
    // An event has one id, whatever it is written in.
    for (String format : List.of("avro", "jsonl")) {
      assertEquals(
          "6 records, 0 kept, 1 excluded, 1 refused, 3 duplicate, 1 quarantined",
          words(land(format)),
          format);
    }
    assertEquals(3, lake.read(Table.QUARANTINE).select("quarantine_id").distinct().count());
    assertEquals(1, lake.read(Table.QUARANTINE).select("captured_at").distinct().count());
    String payloads = Rows.text(lake.read(Table.QUARANTINE).where("position = 4"), "payload");
    assertEquals(3, payloads.split("TST0003", -1).length - 1, payloads);
  }

  @Tag("long")
  @Test
  void shouldAccountForDamagedAndPackedFilesAndTheirNeighbours() throws IOException {
    byte[] parquet = parquet();
    Files.write(raw("parquet", "a.parquet"), Arrays.copyOf(parquet, parquet.length - 9));
    Files.write(raw("parquet", "b.csv"), "plate,cam\nTST0001,cam-1\n".getBytes());
    Files.write(
        raw("parquet", "c.zip"), Packed.zip("days/", new byte[0], "days/1.parquet", parquet));
    assertEquals(
        "8 records, 3 kept, 1 excluded, 1 refused, 0 duplicate, 3 quarantined",
        words(land("parquet")));
    byte[] avro = avro();
    Files.write(raw("avro", "a.avro.gz"), Packed.gzip(avro));
    Files.write(raw("avro", "b.avro"), Arrays.copyOf(avro, avro.length - 1));
    assertEquals(
        // The last block of the second, two records, is lost with its end.
        "11 records, 0 kept, 1 excluded, 2 refused, 5 duplicate, 3 quarantined",
        words(land("avro")));
    Rows.assertRows(
        """
        reason              | file_name | payload
        ARCHIVE_BROKEN      | a.parquet | the Parquet file has no footer: it is truncated. Ask the sender for the file again.
        ARCHIVE_BROKEN      | b.avro    | the Avro file is truncated. Ask the sender for the file again.
        ARCHIVE_BROKEN      | b.csv     | this is no Parquet file. Name its format in the feed, or do not land it here.
        """,
        lake.read(Table.QUARANTINE).where("reason like 'ARCHIVE%'"));
    // What was not read to its end is still there for somebody to look at.
    land("parquet");
    land("avro");
    assertTrue(Files.exists(raw("parquet", "a.parquet")));
    assertTrue(Files.exists(raw("avro", "b.avro")));
    assertFalse(Files.exists(raw("parquet", "c.zip")));
    assertFalse(Files.exists(raw("avro", "a.avro.gz")));
  }

  @Test
  void shouldQuarantineEveryRecordOfAFileWithoutAMappedColumn() throws IOException {
    Files.write(
        raw("parquet", "old.parquet"),
        Samples.parquet(
            "message read { required binary camera; required binary plate; }",
            o -> {},
            2,
            (row, i) -> row.append("camera", "cam-" + (i + 1)).append("plate", "TST0001")));
    assertEquals(
        "3 records, 0 kept, 1 excluded, 0 refused, 0 duplicate, 2 quarantined",
        words(land("parquet")));
    String rows = Rows.text(lake.read(Table.QUARANTINE), "reason", "file_name", "payload");
    assertTrue(
        rows.contains("the file has no column at for captured_at, event.plate for plate"), rows);
    assertTrue(rows.contains("Correct mapping.fields of feed f-parquet"), rows);
    assertTrue(rows.contains("{\"camera\":\"cam-1\",\"plate\":\"TST0001\"}"), rows);
    // Also of a record that is none, nothing is kept that was made at a school.
    assertFalse(rows.contains("cam-2"), rows);
  }

  private static byte[] jsonLines() {
    StringBuilder lines = new StringBuilder();
    for (String[] e : EVENTS) {
      lines.append(
          "{\"id\":\"%s\",\"camera\":\"%s\",\"at\":\"%s\",\"event\":{\"plate\":%s,\"score\":%s,\"tags\":[%s]}}\n"
              .formatted(e[1], e[0], e[1], quoted(e[2]), e[4], quoted(e[3])));
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] parquet() {
    return Samples.parquet(
        """
        message read {
          required binary id (STRING);
          required binary camera (STRING);
          required int64 at (TIMESTAMP(MICROS,false));
          required group event {
            optional binary plate (STRING);
            required int32 score (DECIMAL(4,1));
            optional group tags (LIST) { repeated group list {
              optional binary element (STRING); } }
          }
        }
        """,
        o -> o.withCompressionCodec(CompressionCodecName.ZSTD),
        EVENTS.size(),
        (row, i) -> {
          String[] e = EVENTS.get(i);
          row.append("id", e[1]).append("camera", e[0]).append("at", micros(e[1]));
          var event = row.addGroup("event");
          if (!e[2].equals("-")) {
            event.append("plate", e[2]);
          }
          event.append("score", (int) (Double.parseDouble(e[4]) * 10));
          var tag = event.addGroup("tags").addGroup("list");
          if (!e[3].equals("-")) {
            tag.append("element", e[3]);
          }
        });
  }

  private static byte[] avro() {
    return Samples.avro(
        """
        {"type": "record", "name": "read", "fields": [
          {"name": "id", "type": "string"},
          {"name": "camera", "type": "string"},
          {"name": "at", "type": {"type": "long", "logicalType": "local-timestamp-micros"}},
          {"name": "event", "type": {"type": "record", "name": "event", "fields": [
            {"name": "plate", "type": ["null", "string"]},
            {"name": "score", "type": "double"},
            {"name": "tags", "type": {"type": "array", "items": ["null", "string"]}}]}}]}
        """,
        CodecFactory.deflateCodec(6),
        EVENTS.size(),
        (record, i) -> {
          String[] e = EVENTS.get(i);
          record.put("id", e[1]);
          record.put("camera", e[0]);
          record.put("at", micros(e[1]));
          GenericData.Record event =
              new GenericData.Record(record.getSchema().getField("event").schema());
          event.put("plate", e[2].equals("-") ? null : e[2]);
          event.put("score", Double.parseDouble(e[4]));
          event.put("tags", Arrays.asList(e[3].equals("-") ? null : e[3]));
          record.put("event", event);
        });
  }

  private static String quoted(String text) {
    return text.equals("-") ? "null" : '"' + text + '"';
  }

  /** Microseconds of the wall clock. */
  private static long micros(String local) {
    Instant wall = Instant.parse(local + "Z");
    return wall.getEpochSecond() * 1_000_000 + wall.getNano() / 1_000;
  }

  private JsonNode land(String format) throws IOException {
    write(
        format + ".yaml",
        """
        id: f-%s
        agency: city-2
        purpose: criminal
        adapter: mapping
        time_zone: America/Los_Angeles
        confidence_scale: percent
        after_landing: delete
        mapping:
          format: %s
          fields:
            event_id: id
            camera: camera
            captured_at: at
            plate: event.plate
            state: event.tags.0
            confidence: event.score
          defaults: {make: Audi}
        """
            .formatted(format, format));
    CliRun landed = run("--json", "land", "--feed", path(format + ".yaml"), path("raw-" + format));
    return FeedFolder.landed(landed).path("counts");
  }

  private static String words(JsonNode counts) {
    StringBuilder words = new StringBuilder();
    for (String name :
        List.of("records", "kept", "excluded", "refused", "duplicate", "quarantined")) {
      words.append(words.isEmpty() ? "" : ", ").append(counts.path(name).asLong());
      words.append(' ').append(name);
    }
    return words.toString();
  }

  private Path raw(String format, String name) throws IOException {
    return Files.createDirectories(folder.resolve("raw-" + format)).resolve(name);
  }

  private CliRun run(String... command) {
    return CliRun.at(folder.resolve("lake"), NOON, command);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
