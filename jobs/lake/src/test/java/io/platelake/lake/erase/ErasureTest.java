package io.platelake.lake.erase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.LakeFiles;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class ErasureTest {
  private static final Partition FIRST = Partition.of(Table.QUARANTINE, "criminal", "2026-06-01");

  /** Made once and then copied: a commit costs a hundred times what copying it does. */
  @TempDir static Path prepared;

  @TempDir Path folder;
  private Lake lake;
  private Erasure erasure;

  @BeforeAll
  static void prepare() {
    Lake lake = open(prepared);
    lake.create(List.of(Table.QUARANTINE));
    append(lake, "a", row(lake, 1, "city-1", "2026-06-01"), row(lake, 2, "city-2", "2026-06-01"));
    append(lake, "b", row(lake, 3, "city-1", "2026-06-02"));
  }

  @BeforeEach
  void copyLake() {
    lake = open(LakeFiles.copy(prepared, folder));
    erasure = new Erasure(lake);
  }

  private static Lake open(Path folder) {
    return Lake.at(TestSpark.session(), folder.toString(), Contracts.load())
        .forDuty(Duty.RETENTION);
  }

  @Test
  void shouldTakeRowsFilesAndFolderOfAPartitionAndNothingElse() throws IOException {
    long live =
        erasure.files(Table.QUARANTINE, List.of(FIRST)).get(FIRST).stream()
            .mapToLong(LiveFile::rows)
            .sum();
    assertEquals(2, live);
    erasure.delete(Table.QUARANTINE, List.of(FIRST));
    assertEquals(0, erasure.files(Table.QUARANTINE, List.of(FIRST)).get(FIRST).size());
    assertFalse(dataFiles("date=2026-06-01").isEmpty(), "a delete leaves the bytes");
    erasure.vacuum(Table.QUARANTINE, List.of(FIRST), Duration.ofHours(24));
    assertEquals(List.of(), dataFiles("date=2026-06-01"));
    sweep();
    assertFalse(Files.exists(folder.resolve("quarantine/purpose=criminal/date=2026-06-01")));
    assertEquals(1, dataFiles("date=2026-06-02").size());
    assertEquals("[3]", ids());
  }

  @Test
  void shouldKeepTheRowsOfOtherOwnersInThePartition() throws IOException {
    erasure.delete(Table.QUARANTINE, Map.of(FIRST, List.of("city-1")));
    erasure.vacuum(Table.QUARANTINE, List.of(FIRST), Duration.ofHours(24));
    sweep();
    assertEquals("[2, 3]", ids());
    assertEquals(1, dataFiles("date=2026-06-01").size());
  }

  @Test
  void shouldSweepWhatCameAfterTheVacuum() throws IOException {
    Path partition = folder.resolve("quarantine/purpose=criminal/date=2026-06-01");
    Files.writeString(partition.resolve("_hidden"), "left by a crashed writer");
    erasure.delete(Table.QUARANTINE, List.of(FIRST));
    erasure.vacuum(Table.QUARANTINE, List.of(FIRST), Duration.ofHours(24));
    assertFalse(Files.exists(partition.resolve("_hidden")));
    Files.createDirectories(partition);
    Files.writeString(partition.resolve("_late"), "left by a crashed writer");
    Files.writeString(partition.resolve("part-late.parquet"), "left by a crashed writer");
    assertEquals(2, sweep().files());
    assertFalse(Files.exists(partition));
  }

  @Test
  void shouldLeaveFilesOfOtherPartitionsThatNobodyCommittedYet() throws IOException {
    Path open =
        folder.resolve("quarantine/purpose=criminal/date=2026-06-02/part-uncommitted.parquet");
    Files.writeString(open, "a writer at work");
    erasure.delete(Table.QUARANTINE, List.of(FIRST));
    erasure.vacuum(Table.QUARANTINE, List.of(FIRST), Duration.ofHours(24));
    sweep();
    assertTrue(Files.exists(open));
  }

  @Test
  void shouldTakeAFileThatNoWriterCanStillCommit() throws IOException {
    Path left = folder.resolve("quarantine/purpose=criminal/date=2026-06-02/part-crashed.parquet");
    Files.writeString(left, "of a writer that was killed");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    erasure.vacuum(Table.QUARANTINE, List.of(FIRST), Duration.ofHours(24));
    assertFalse(Files.exists(left));
    assertEquals("[1, 2, 3]", ids());
  }

  @Test
  void shouldDoNothingTheSecondTime() throws IOException {
    for (int i = 0; i < 2; i++) {
      erasure.delete(Table.QUARANTINE, List.of(FIRST));
      erasure.vacuum(Table.QUARANTINE, List.of(FIRST), Duration.ofHours(24));
      sweep();
    }
    assertEquals("[3]", ids());
  }

  private static void append(Lake lake, String key, Row... rows) {
    lake.append(Table.QUARANTINE, List.of(rows), new CommitKey("test:" + key, 0));
  }

  private ErasedFiles sweep() throws IOException {
    return erasure.sweep(Table.QUARANTINE, List.of(FIRST)).get(0);
  }

  private String ids() {
    List<Long> ids = new ArrayList<>();
    lake.read(Table.QUARANTINE)
        .orderBy("quarantine_id")
        .collectAsList()
        .forEach(r -> ids.add(r.getLong(0)));
    return ids.toString();
  }

  private List<Path> dataFiles(String partition) throws IOException {
    Path at = folder.resolve("quarantine/purpose=criminal").resolve(partition);
    if (!Files.exists(at)) {
      return List.of();
    }
    try (var files = Files.list(at)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).toList();
    }
  }

  private static Row row(Lake lake, long id, String agency, String date) {
    Instant at = Instant.parse(date + "T12:00:00Z");
    return lake.newRow(Table.QUARANTINE)
        .with("quarantine_id", id)
        .with("agency_id", agency)
        .with("feed_id", "feed")
        .with("batch_id", "batch")
        .with("file_digest", "digest")
        .with("position", id)
        .with("reason", "MALFORMED")
        .with("captured_at", at)
        .with("landed_at", at)
        .with("payload", "payload")
        .with("delete_after", at)
        .with("purpose", "criminal")
        .with("date", LocalDate.parse(date))
        .row();
  }
}
