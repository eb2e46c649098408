package io.platelake.app.purge.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.TestLake;
import io.platelake.lake.LakeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a proof must not be silent about. One feed is landed and keeps its files: reads stay 21 days
 * from capture, quarantined records seven days from landing.
 */
@Tag("lake")
class ProofUnderAttackTest {
  private static final String NOON = "2026-06-10T12:00:00Z";
  private static final String DATE = "reads/purpose=criminal/date=2026-06-10";

  @TempDir static Path folder;
  private static Path filled;
  private static String digest;
  private static int copies;

  private final Path root = LakeFiles.copy(filled, folder.resolve("lake-" + ++copies));

  @BeforeAll
  static void landAndPlan() {
    FeedFolder feed = new FeedFolder(folder);
    filled = TestLake.folder(feed.lake());
    feed.csv("keep");
    feed.write(
        "inbox/a.csv",
        FeedFolder.HEADER
            + "e1,cam-1,2026-06-10T08:00:00Z,TST0001,WA,0.9\n"
            + "e2,cam-1,yesterday,TST0002,WA,0.9\n");
    JsonNode counts = feed.land(NOON, folder.resolve("inbox")).path("counts");
    assertEquals(1, counts.path("quarantined").asLong(), counts.toString());
    digest = plan(filled, NOON);
  }

  @Test
  void shouldHoldEachClassOfRowsToItsOwnLimit() {
    assertEquals(List.of(), findings(0, NOON));
    assertEquals(List.of(), findings(0, "2026-06-17T11:59:59Z"));
    List<String> late = findings(4, "2026-06-17T12:00:00Z");
    assertEquals(1, late.size(), late.toString());
    assertTrue(
        late.get(0).matches("quarantine/.*: OVERSTAYED, oldest landed_at 2026-06-10.*"),
        late.toString());
  }

  @Test
  void shouldNotTakeAFileForYoungThatSaysItIsFromTheFuture() throws IOException {
    Path orphan = orphan();
    // Of a file that is being written, the checksums do not fit yet.
    Path checksum =
        Files.write(orphan.resolveSibling("." + orphan.getFileName() + ".crc"), new byte[3]);
    assertEquals(List.of(), findings(0, NOON));
    assertEquals(1, unsettled(), "somebody may still be writing it");
    Files.delete(checksum);
    for (String written : List.of("2099-01-01T00:00:00Z", "2020-01-01T00:00:00Z")) {
      Files.setLastModifiedTime(orphan, FileTime.from(Instant.parse(written)));
      List<String> findings = findings(4, NOON);
      assertEquals(1, findings.size(), findings.toString());
      assertTrue(findings.get(0).matches("reads/.*: ORPHAN, .*"), findings.toString());
    }
  }

  @Test
  void shouldStateOverdueRawFilesInTheCertificateOfAPurge() throws IOException {
    String late = "2026-07-02T02:00:00Z";
    String purge = plan(root, late);
    CliRun run =
        CliRun.at(root, late, "purge", "run", "--plan", purge, "--accept-unusual", "a test");
    assertEquals(0, run.code(), run.all());
    CliRun verify = CliRun.at(root, late, "purge", "verify", "--plan", purge);
    assertEquals(0, verify.code(), verify.all());
    String stated = "raw files of feed f-1: 1 still there, the first had to be gone by 2026-06-17";
    assertTrue(verify.out().contains("Overdue, beside the plan: " + stated), verify.out());
    String certified = certificate().path("overdue_raw_files").toString();
    assertTrue(certified.contains(stated), certified);
    assertFalse(certified.contains("a.csv"), certified);
  }

  @Test
  void shouldReadAgainOnlyWhatNoCertificateCovers() throws IOException {
    assertEquals(List.of(), findings(0, NOON));
    assertEquals(0, ofReads("files_carried"));
    long all = ofReads("files_read");
    assertTrue(all > 2, "commits and a data file");

    assertEquals(List.of(), findings(0, NOON));
    assertEquals(all, ofReads("files_carried"));
    assertEquals(0, ofReads("files_read"));
    assertEquals(NOON, certificate().at("/readings/oldest_reading").asText());

    CliRun full = CliRun.at(root, NOON, "purge", "verify", "--full", "--plan", digest);
    assertEquals(0, full.code(), full.all());
    assertEquals(all, ofReads("files_read"));
  }

  @Test
  void shouldFindReadingsThatSomebodyAltered() throws IOException {
    assertEquals(List.of(), findings(0, NOON));
    Path covered;
    try (Stream<Path> files = Files.list(root.resolve("certificates"))) {
      covered =
          files
              .filter(f -> f.getFileName().toString().matches("covered-.*jsonl"))
              .findFirst()
              .orElseThrow();
    }
    String text = Files.readString(covered);
    assertTrue(text.contains("2026-06-10T08:00:00Z"), text);
    Files.writeString(covered, text.replace("2026-06-10T08:00:00Z", "2026-06-30T08:00:00Z"));

    List<String> findings = findings(4, NOON);

    assertEquals(1, findings.size(), findings.toString());
    assertTrue(
        findings.get(0).contains("readings of earlier verifications: ALTERED"), findings.get(0));
    assertEquals(0, ofReads("files_carried"));
  }

  /** A number that the newest certificate states of the table of reads. */
  private long ofReads(String name) throws IOException {
    for (JsonNode table : certificate().path("tables")) {
      if (table.path("table").asText().equals("reads")) {
        return table.path(name).asLong();
      }
    }
    throw new AssertionError("no table of reads");
  }

  private static String plan(Path root, String asOf) {
    CliRun plan = CliRun.at(root, asOf, "--json", "purge", "plan");
    assertEquals(0, plan.code(), plan.all());
    return plan.record().at("/details/plan_digest").asText();
  }

  /** A copy of the only data file, which no commit names. */
  private Path orphan() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(DATE))) {
      Path file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      return Files.copy(file, file.resolveSibling("part-orphan.zstd.parquet"));
    }
  }

  private List<String> findings(int code, String asOf) {
    CliRun verify = CliRun.at(root, asOf, "purge", "verify", "--plan", digest);
    assertEquals(code, verify.code(), verify.all());
    return verify
        .out()
        .lines()
        .filter(l -> l.startsWith("FINDING "))
        .map(l -> l.substring(8))
        .toList();
  }

  private long unsettled() throws IOException {
    long all = 0;
    for (JsonNode table : certificate().path("tables")) {
      all += table.path("unsettled").asLong();
    }
    return all;
  }

  /** What the newest certificate states. */
  private JsonNode certificate() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.list(root.resolve("certificates"))) {
      all = new ArrayList<>(files.filter(f -> f.toString().matches(".*[0-9]{6}.json")).toList());
    }
    all.sort(null);
    return new ObjectMapper().readTree(Files.readString(all.get(all.size() - 1))).path("body");
  }
}
