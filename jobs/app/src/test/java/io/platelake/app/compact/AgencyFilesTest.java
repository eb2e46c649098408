package io.platelake.app.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.erase.LiveFile;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class AgencyFilesTest {
  private static final Partition DAY = Partition.of(Table.READS, "criminal", "2026-06-10");

  private static final String READS =
      """
      read_id | agency_id | plate | captured_at
      1       | city-1    | AA111 | 2026-06-10T10:00:00Z
      2       | city-2    | BB222 | 2026-06-10T11:00:00Z
      3       | city-1    | CC333 | 2026-06-10T12:00:00Z
      """;

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void makeLake() {
    lake = TestLake.in(folder);
  }

  @Test
  void shouldRefuseACommitThatLetsAgenciesShareAFile() {
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class,
            () ->
                lake.append(
                    Table.READS,
                    Rows.of(Table.READS, READS).coalesce(1),
                    new CommitKey("test", 0)));
    assertTrue(refused.getMessage().contains("several agencies"), refused.getMessage());
    assertTrue(lake.read(Table.READS).isEmpty());
    assertFalse(
        Files.exists(folder.resolve("reads/purpose=criminal/date=2026-06-10"))
            && hasData(folder.resolve("reads/purpose=criminal/date=2026-06-10")));
  }

  @Test
  void shouldDeleteTheFilesOfAnAgencyAndRewriteNothingOfOthers() {
    lake.append(Table.READS, Rows.of(Table.READS, READS), new CommitKey("test", 0));
    List<LiveFile> before = files();
    assertEquals(
        List.of(Optional.of("city-1"), Optional.of("city-2")),
        before.stream()
            .map(LiveFile::agency)
            .sorted(java.util.Comparator.comparing(a -> a.get()))
            .toList());
    new Erasure(lake).delete(Table.READS, Map.of(DAY, List.of("city-1")));
    assertEquals(before.stream().filter(f -> f.agency().get().equals("city-2")).toList(), files());
  }

  @Test
  void shouldGiveEachAgencyFilesOfItsOwnInALakeOfAnEarlierRelease() throws IOException {
    String reads = "delta.`" + folder.resolve("reads") + "`";
    lake.spark()
        .sql(
            "ALTER TABLE "
                + reads
                + " SET TBLPROPERTIES ('delta.dataSkippingStringPrefixLength' = '0')");
    Rows.of(Table.READS, READS)
        .coalesce(1)
        .write()
        .format("delta")
        .mode("append")
        .save(folder.resolve("reads").toString());
    FileUtil.fullyDelete(folder.resolve("zones").toFile());
    String before = Rows.text(lake.read(Table.READS));
    assertEquals(List.of(Optional.empty()), files().stream().map(LiveFile::agency).toList());

    CliRun status = CliRun.at(folder, "2026-06-20T02:00:00Z", "status");
    assertEquals(2, status.code());
    assertTrue(status.err().contains("platelake migrate"), status.err());
    CliRun init =
        CliRun.at(
            folder,
            "2026-06-20T02:00:00Z",
            "init",
            "--agency",
            "city-9",
            "--policy",
            TestPolicies.WA_CITY.toString());
    assertEquals(2, init.code(), init.all());
    assertTrue(init.err().contains("platelake migrate"), init.err());

    JsonNode changed = migrate();
    assertEquals(1, changed.path("counts").path("rewritten").asLong(), changed.toString());
    assertEquals(2, changed.path("counts").path("files_after").asLong(), changed.toString());
    assertEquals(
        List.of("reads", "zones"),
        changed.path("details").path("changed").valueStream().map(JsonNode::asText).toList());
    assertEquals(before, Rows.text(lake.read(Table.READS)));
    assertEquals(2, files().stream().filter(f -> f.agency().isPresent()).count());

    JsonNode again = migrate();
    assertEquals(0, again.path("counts").path("rewritten").asLong(), again.toString());
    assertEquals(0, again.path("counts").path("tables").asLong(), again.toString());
  }

  private JsonNode migrate() {
    CliRun run = CliRun.at(folder, "2026-06-20T02:00:00Z", "--json", "migrate");
    assertEquals(0, run.code(), run.all());
    return run.record();
  }

  private List<LiveFile> files() {
    return new Erasure(lake).files(Table.READS, List.of(DAY)).get(DAY);
  }

  private static boolean hasData(Path day) {
    try (var files = Files.list(day)) {
      return files.anyMatch(f -> f.toString().endsWith(".parquet"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
