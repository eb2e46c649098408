package io.platelake.app.research;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.job.Sha256;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class ExtractTest {
  private static final String REQUESTED = "2026-06-10T09:00:00Z";
  private static final String APPROVED = "2026-06-10T10:00:00Z";
  private static final String EXPIRES = "2026-06-20T00:00:00Z";
  private static final String RUN = "2026-06-10T11:00:00Z";
  private static final String NEXT_DAY = "2026-06-11T00:00:00Z";
  private static final String JUNE_1 = "2026-06-01T00:00:00Z/2026-06-02T00:00:00Z";

  private static final String COLUMNS =
      "read_id | agency_id | camera_id | captured_at | plate_key | purpose";

  @TempDir static Path temp;
  private static Path folder;
  private static Lake lake;

  @BeforeAll
  static void land() {
    folder = temp.resolve("lake");
    lake = TestLake.in(folder);
    List<String> reads = new ArrayList<>();
    reads.add(COLUMNS);
    vehicles(reads, 9, "city-2 | cam-1 | 08:10:00", "traffic");
    vehicles(reads, 10, "city-2 | cam-1 | 09:59:59", "traffic");
    vehicles(reads, 11, "city-2 | cam-1 | 10:00:00", "traffic");
    // The same ten again, and a read without a plate: more reads, no more vehicles.
    vehicles(reads, 10, "city-2 | cam-1 | 09:00:00", "traffic");
    reads.add("900 | city-2 | cam-1 | 09:30:00 | - | traffic");
    // Twenty reads of one vehicle stay one vehicle.
    for (int i = 0; i < 20; i++) {
      vehicles(reads, 1, "city-2 | cam-2 | 08:00:00", "traffic");
    }
    // Another agency, another purpose, and the first instant after the window.
    vehicles(reads, 50, "city-9 | far-1 | 12:00:00", "traffic");
    vehicles(reads, 50, "city-2 | cam-1 | 12:00:00", "criminal");
    vehicles(reads, 50, "city-2 | cam-1 | 2026-06-02T00:00:00Z", "traffic");
    append(Table.READS, reads);
  }

  @Test
  void shouldWriteApprovedCellsTheSameEachTime() throws IOException {
    String id = requested(JUNE_1, "Study agreement 12, RCW 42.48");
    assertEquals(0, approve(id, "dana", "chief", EXPIRES));
    Path out = temp.resolve("values");
    CliRun ran =
        CliRun.by("rosa", folder, RUN, "--json", "extract", "run", id, "--out", out.toString());
    assertEquals(0, ran.code());
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
    String list = CliRun.at(folder, NEXT_DAY, "extract", "list").out();
    assertTrue(list.lines().anyMatch(l -> l.startsWith(id + " run ")), list);

    List<String> late = new ArrayList<>(List.of(COLUMNS));
    vehicles(late, 12, "city-2 | cam-1 | 08:30:00", "traffic");
    append(Table.READS, late);
    assertEquals(3, run(NEXT_DAY, id, temp.resolve("changed")), "its data has changed");
    assertFalse(Files.exists(temp.resolve("changed")));
  }

  private static void checkManifest(String id, Path out, CliRun ran) throws IOException {
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
    JsonNode record = ran.record();
    assertEquals(4, record.at("/counts/rows").asInt());
    assertEquals(manifest.get("sha256"), record.at("/details/file_digest"));
    assertEquals("research", record.at("/details/serves").asText());
    assertEquals(
        "{\"id\":\"%s\",\"kind\":\"research_release\",\"opens\":[\"traffic\"]}".formatted(id),
        record.at("/details/legal_basis").toString());
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
    append(
        Table.RESEARCH_RELEASES,
        List.of(
            "release_id | event | at | principal | role | expires | parameters_digest",
            id + " | approve | 2026-06-10T10:30:00Z | dana | chief | " + EXPIRES + " | 00"));
    refused(id, RUN, "approved with other parameters");
  }

  @Tag("long")
  @Test
  void shouldShowInTheStatusWhatWaitsAndWhatHasEnded() {
    String id = requested(JUNE_1, "study of the status");
    assertTrue(status(APPROVED).contains("DUE release " + id + " waits for approval"));
    assertEquals(0, approve(id, "dana", "chief", EXPIRES));
    assertFalse(status(NEXT_DAY).contains(id));
    assertTrue(status(EXPIRES).contains("OK release " + id + " approval ended " + EXPIRES));
  }

  private static String status(String asOf) {
    return CliRun.at(folder, asOf, "status").out().replaceAll(" +", " ");
  }

  @Test
  void shouldRefuseWhatThePolicyOrTheLedgerDoesNotKnow() {
    assertEquals(3, request("immigration", JUNE_1, "study").code());
    assertEquals(2, run(RUN, "rel-0000000000000000", temp.resolve("unknown")));
    assertFalse(Files.exists(temp.resolve("unknown")));
  }

  private static void refused(String id, String asOf, String why) {
    Path out = temp.resolve("refused");
    assertEquals(3, run(asOf, id, out), why);
    assertFalse(Files.exists(out));
    assertEquals(0, events(id, "run"));
  }

  private static CliRun request(String purpose, String window, String basis) {
    return CliRun.by(
        "rosa",
        folder,
        REQUESTED,
        "extract",
        "request",
        "--agency",
        TestLake.AGENCY,
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
    CliRun ran = request("traffic", window, basis);
    assertEquals(0, ran.code());
    return ran.out().lines().findFirst().orElseThrow();
  }

  private static int approve(String id, String who, String role, String expires) {
    return CliRun.by(
            who, folder, APPROVED, "extract", "approve", id, "--role", role, "--expires", expires)
        .code();
  }

  private static int run(String asOf, String id, Path out) {
    return CliRun.by("rosa", folder, asOf, "extract", "run", id, "--out", out.toString()).code();
  }

  private static long events(String id, String event) {
    return lake.read(Table.RESEARCH_RELEASES)
        .where("release_id = '" + id + "' and event = '" + event + "'")
        .count();
  }

  /** Lines of reads of this many vehicles at one camera and time. */
  private static void vehicles(List<String> lines, int vehicles, String where, String purpose) {
    for (int i = 0; i < vehicles; i++) {
      lines.add(lines.size() + " | " + where + " | " + i + " | " + purpose);
    }
  }

  private static void append(Table table, List<String> lines) {
    CommitKey key = new CommitKey("test:" + lines.hashCode(), 0);
    lake.append(table, Rows.of(table, String.join("\n", lines)), key);
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
