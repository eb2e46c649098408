package io.platelake.lake.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.ReplacedFiles;
import io.platelake.lake.table.Lake.MergedFiles;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** A ledger that got a row with each of many commits. */
@Tag("lake")
class LedgerCareTest {
  private static final Table TABLE = Table.EXCLUSIONS;
  private static final int COMMITS = 60;

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void openLake() {
    lake =
        Lake.at(TestSpark.session(), folder.toString(), Contracts.load()).forDuty(Duty.RETENTION);
    lake.create(List.of(TABLE));
  }

  @Test
  void shouldHaveFewFilesWithTheSameRowsAndForgetFinishedKeys() throws IOException {
    IntStream.range(0, COMMITS).forEach(i -> append("b" + i));
    List<String> before = rows();
    assertEquals(new MergedFiles(COMMITS, 1), lake.merge(TABLE));
    assertEquals(new MergedFiles(1, 1), lake.merge(TABLE), "one file stays as it is");
    assertEquals(before, rows());
    // The range in the log lets a query leave out the file, so it must be right.
    assertEquals(3, lake.read(TABLE).where("date = DATE'2026-06-03'").count());
    assertEquals(0, lake.read(TABLE).where("date = DATE'2026-05-31'").count());
    assertEquals(
        2, lake.read(TABLE).where("hour >= TIMESTAMP'2026-06-28 12:00:00.000001'").count());

    assertEquals(COMMITS + 1, parquet(), "the files that were replaced are still there");
    ReplacedFiles replaced = new ReplacedFiles(lake);
    assertEquals(0, replaced.erase(TABLE, Duration.ofHours(1)).files(), "for readers at work");
    Path young = Files.writeString(folder.resolve("exclusions/young.parquet"), "a writer's");
    Path old = Files.writeString(folder.resolve("exclusions/old.parquet"), "left behind");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    assertEquals(COMMITS + 1, replaced.erase(TABLE, Duration.ZERO).files());
    assertTrue(Files.exists(young));
    assertFalse(Files.exists(old));
    Files.delete(young);
    assertEquals(1, parquet());
    assertEquals(COMMITS, glob(), "a reader of all files counts each row once");
    assertEquals(before, rows());

    Set<String> finished = new HashSet<>(lake.keys(TABLE));
    assertEquals(COMMITS, finished.size());
    finished.remove("land:b7");
    assertEquals(0, lake.retire(TABLE, Set.of("land:b1")), "one key is not worth a commit");
    assertEquals(COMMITS - 1, lake.retire(TABLE, finished));
    assertEquals(0, lake.retire(TABLE, finished));
    for (int time = 0; time < 2; time++) {
      assertEquals(Set.of("land:b7"), lake.keys(TABLE));
      append("b7");
      assertEquals(COMMITS, lake.read(TABLE).count(), "an unfinished key is never forgotten");
      lake.checkpoint(TABLE, 1);
    }
    assertEquals(1, keysOfDelta());
  }

  /** Lakes were made without the property, and their keys have no time. */
  @Test
  void shouldKeepTheUnfinishedKeysOfAnOlderTable() {
    String table = "delta.`" + lake.path(TABLE) + "`";
    lake.spark()
        .sql(
            "ALTER TABLE "
                + table
                + " UNSET TBLPROPERTIES ('delta.setTransactionRetentionDuration')");
    DeltaLog log = DeltaLog.forTable(lake.spark(), lake.path(TABLE));
    OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
    List<Action> keys =
        IntStream.range(0, COMMITS)
            .mapToObj(i -> (Action) new SetTransaction("land:b" + i, 0, Option.empty()))
            .toList();
    transaction.commit(
        CollectionConverters.asScala(keys).toSeq(), DeltaOperations.ManualUpdate$.MODULE$);
    Set<String> finished = new HashSet<>(lake.keys(TABLE));
    finished.remove("land:b7");
    assertEquals(COMMITS - 1, lake.retire(TABLE, finished));
    lake.checkpoint(TABLE, 1);
    assertEquals(1, keysOfDelta());
    append("b7");
    assertEquals(0, lake.read(TABLE).count());
    append("b8");
    assertEquals(1, lake.read(TABLE).count());
    append("b8");
    assertEquals(1, lake.read(TABLE).count(), "a new key has a time");
  }

  @Test
  void shouldRefuseARowWithoutARequiredValue() {
    Object[] cells = new Object[lake.contracts().get(TABLE).columns().size()];
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                lake.append(TABLE, List.of(RowFactory.create(cells)), new CommitKey("land:x", 0)));
    assertTrue(e.getMessage().contains("required column batch_id has no value"), e.getMessage());
    assertEquals(0, lake.version(TABLE));
  }

  private void append(String batch) {
    lake.append(TABLE, List.of(row(batch)), new CommitKey("land:" + batch, 0));
  }

  private static Row row(String batch) {
    LocalDate day = LocalDate.of(2026, 6, 1 + Integer.parseInt(batch.substring(1)) % 28);
    return RowFactory.create(
        batch,
        "city-2",
        "cam-1",
        "z-1",
        "court",
        "criminal",
        Timestamp.from(Instant.parse(day + "T12:00:00.000001Z")),
        Date.valueOf(day),
        3L);
  }

  private List<String> rows() {
    return lake.read(TABLE).collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private long keysOfDelta() {
    DeltaLog log = DeltaLog.forTable(lake.spark(), lake.path(TABLE));
    return log.update(false, Option.empty(), Option.empty()).setTransactions().size();
  }

  private long parquet() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("exclusions"))) {
      return files.filter(f -> f.toString().endsWith(".parquet")).collect(Collectors.counting());
    }
  }

  private long glob() {
    return lake.spark().read().parquet(folder + "/exclusions/*.parquet").count();
  }
}
