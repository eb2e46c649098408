package io.platelake.app.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.cli.Sha256;
import io.platelake.app.report.SmallLake;
import io.platelake.app.report.SmallLake.Ran;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractTest {
  private static final String REQUESTED = "2026-06-10T09:00:00Z";
  private static final String APPROVED = "2026-06-10T10:00:00Z";
  private static final String EXPIRES = "2026-06-20T00:00:00Z";
  private static final String RUN = "2026-06-10T11:00:00Z";
  private static final String NEXT_DAY = "2026-06-11T00:00:00Z";
  private static final String JUNE_1 = "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z";

  @TempDir static Path temp;
  private static SmallLake small;

  @BeforeAll
  static void land() {
    small = SmallLake.create(temp.resolve("lake"), "2026-05-01T00:00:00Z");
    List<Row> reads = new ArrayList<>();
    reads.addAll(vehicles("cam-1", "2026-06-01T08:10:00Z", "traffic", 9, 100));
    reads.addAll(vehicles("cam-1", "2026-06-01T09:59:59Z", "traffic", 10, 110));
    reads.addAll(vehicles("cam-1", "2026-06-01T10:00:00Z", "traffic", 11, 120));
    // The same ten again, and a read without a plate: more reads, no more vehicles.
    reads.addAll(vehicles("cam-1", "2026-06-01T09:00:00Z", "traffic", 10, 140));
    reads.add(read("cam-1", "2026-06-01T09:30:00Z", "traffic", null, 160));
    // Twenty reads of one vehicle stay one vehicle.
    for (int i = 0; i < 20; i++) {
      reads.add(read("cam-2", "2026-06-01T08:00:00Z", "traffic", 7L, 200 + i));
    }
    // Another agency, another purpose, and the first instant after the window.
    reads.addAll(vehicles("far-1", "2026-06-01T12:00:00Z", "traffic", 50, 600));
    reads.addAll(vehicles("cam-1", "2026-06-01T12:00:00Z", "criminal", 50, 300));
    reads.addAll(vehicles("cam-1", "2026-06-02T00:00:00Z", "traffic", 50, 400));
    small.appendAll(Table.READS, reads);
  }

  @Test
  void shouldWriteApprovedCellsTheSameEachTime() throws IOException {
    String id = requested(JUNE_1, "Study agreement 12, RCW 42.48");
    assertEquals(0, approve(id, "dana", "chief", EXPIRES));
    Path out = temp.resolve("values");
    Ran ran = small.run(RUN, "rosa", "--json", "extract", "run", id, "--out", out.toString());
    assertEquals(0, ran.exitCode());
    assertEquals(
        """
        camera_id,hour,reads,distinct_vehicles,status
        cam-1,2026-06-01T08:00:00Z,,,suppressed
        cam-1,2026-06-01T09:00:00Z,21,10,ok
        cam-1,2026-06-01T10:00:00Z,11,11,ok
        cam-2,2026-06-01T08:00:00Z,,,suppressed
        """
            .replace("\n", "\r\n"),
        Files.readString(out.resolve("camera-hour.csv")));
    checkManifest(id, out, ran);

    Path again = temp.resolve("again");
    assertEquals(0, run(NEXT_DAY, id, again));
    assertEquals(List.of("camera-hour.csv", "manifest.json"), names(again));
    for (String name : names(out)) {
      assertArrayEquals(
          Files.readAllBytes(out.resolve(name)), Files.readAllBytes(again.resolve(name)), name);
    }
    assertEquals(2, events(id, "run"));
    String list = small.run(NEXT_DAY, "rosa", "extract", "list").out();
    assertTrue(list.lines().anyMatch(l -> l.startsWith(id + " run ")), list);

    small.appendAll(Table.READS, vehicles("cam-1", "2026-06-01T08:30:00Z", "traffic", 12, 500));
    assertEquals(3, run(NEXT_DAY, id, temp.resolve("changed")), "its data has changed");
    assertFalse(Files.exists(temp.resolve("changed")));
  }

  private static void checkManifest(String id, Path out, Ran ran) throws IOException {
    JsonNode manifest = json(Files.readString(out.resolve("manifest.json")));
    assertEquals(id, manifest.get("release_id").asText());
    assertEquals("2026-06-01T00:00:00Z", manifest.at("/window/from").asText());
    assertEquals("Study agreement 12, RCW 42.48", manifest.get("legal_basis").asText());
    assertEquals(10, manifest.get("threshold").asInt());
    assertEquals(4, manifest.get("rows").asInt());
    assertEquals(2, manifest.get("suppressed").asInt());
    assertEquals(
        Sha256.of(Files.readAllBytes(out.resolve("camera-hour.csv"))),
        manifest.get("sha256").asText());
    assertEquals(Cell.COLUMNS, manifest.get("columns").findValuesAsText("name"));
    JsonNode record = json(ran.out());
    assertEquals(4, record.at("/counts/rows").asInt());
    assertEquals(manifest.get("sha256"), record.at("/details/file_digest"));
  }

  @Test
  void shouldRefuseWithoutAnApprovalThatHoldsAndWriteNothing() {
    String id = requested(JUNE_1, "another study");
    refused(id, RUN, "nobody has approved it");
    assertEquals(3, approve(id, "dana", "captain", EXPIRES), "not the chief");
    assertEquals(3, approve(id, "rosa", "chief", EXPIRES), "the requester");
    assertEquals(0, events(id, "approve"));

    assertEquals(0, approve(id, "dana", "chief", EXPIRES));
    refused(id, EXPIRES, "expired");
    small.append(
        Table.RESEARCH_RELEASES,
        "release_id",
        id,
        "event",
        "approve",
        "at",
        "2026-06-10T10:30:00Z",
        "agency_id",
        SmallLake.AGENCY,
        "principal",
        "dana",
        "role",
        "chief",
        "expires",
        EXPIRES,
        "parameters_digest",
        "0".repeat(64));
    refused(id, RUN, "approved with other parameters");
  }

  @Test
  void shouldRefuseWhatThePolicyOrTheLedgerDoesNotKnow() {
    assertEquals(3, request("immigration", JUNE_1, "study").exitCode());
    assertEquals(2, run(RUN, "rel-0000000000000000", temp.resolve("unknown")));
    assertFalse(Files.exists(temp.resolve("unknown")));
  }

  private static void refused(String id, String asOf, String why) {
    Path out = temp.resolve("refused");
    assertEquals(3, run(asOf, id, out), why);
    assertFalse(Files.exists(out));
    assertEquals(0, events(id, "run"));
  }

  private static Ran request(String purpose, String window, String basis) {
    return small.run(
        REQUESTED,
        "rosa",
        "extract",
        "request",
        "--agency",
        SmallLake.AGENCY,
        "--product",
        "camera-hour",
        "--purpose",
        purpose,
        "--window",
        window,
        "--legal-basis",
        basis);
  }

  private static String requested(String window, String basis) {
    Ran ran = request("traffic", window, basis);
    assertEquals(0, ran.exitCode());
    return ran.out().lines().findFirst().orElseThrow();
  }

  private static int approve(String id, String who, String role, String expires) {
    return small
        .run(APPROVED, who, "extract", "approve", id, "--role", role, "--expires", expires)
        .exitCode();
  }

  private static int run(String asOf, String id, Path out) {
    return small.run(asOf, "rosa", "extract", "run", id, "--out", out.toString()).exitCode();
  }

  private static long events(String id, String event) {
    return small
        .lake()
        .read(Table.RESEARCH_RELEASES)
        .where("release_id = '" + id + "' and event = '" + event + "'")
        .count();
  }

  private static List<Row> vehicles(
      String camera, String at, String purpose, int vehicles, int firstId) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < vehicles; i++) {
      rows.add(read(camera, at, purpose, (long) i, firstId + i));
    }
    return rows;
  }

  private static Row read(String camera, String at, String purpose, Long plateKey, int id) {
    return small.row(
        Table.READS,
        "read_id",
        id,
        "agency_id",
        camera.startsWith("far") ? "city-9" : SmallLake.AGENCY,
        "camera_id",
        camera,
        "captured_at",
        at,
        "landed_at",
        "2026-06-04T00:00:00Z",
        "plate_key",
        plateKey,
        "source",
        "test",
        "batch_id",
        "b1",
        "delete_after",
        "2026-07-01T00:00:00Z",
        "purpose",
        purpose,
        "date",
        at.substring(0, 10));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> some = Files.list(folder)) {
      return some.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
