package io.platelake.lake.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Slice;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delta reads files itself when it replaces rows: of the job's own partitions it may. */
@Tag("lake")
class WritesBehindTheWallTest {
  @TempDir Path folder;
  private WalledLake lake;

  @BeforeEach
  void fill() {
    lake = new WalledLake(folder);
  }

  @Test
  void shouldReplaceASliceOfOwnPartitionsThatCutsThroughFiles() {
    Dataset<Row> own = lake.criminal.read(Table.HITS, "criminal");
    lake.criminal.replace(Table.HITS, own.where("read_id = 1").limit(0), slice("criminal"));
    assertEquals("[[2], [3], [4]]", hits());
  }

  @Test
  void shouldNotReplaceASliceOfAnothersPartitions() {
    Dataset<Row> none = lake.criminal.read(Table.HITS, "criminal").limit(0);
    assertThrows(
        PurposeViolation.class, () -> lake.criminal.replace(Table.HITS, none, slice("parking")));
    assertEquals("[[1], [2], [3], [4]]", hits());
  }

  @Test
  void shouldDeleteFromAllPartitionsOnDuty() {
    lake.duty.delete(
        lake.duty.spark(),
        Table.HITS,
        Slice.all().whereIn("purpose", List.of("parking", "traffic")));
    assertEquals("[[1], [2]]", hits());
  }

  /** Of one list, so that the file also holds rows that stay. */
  private static Slice slice(String purpose) {
    return Slice.all().where("purpose", purpose).where("list_id", "l-1");
  }

  private String hits() {
    return lake.duty
        .read(Table.HITS)
        .select("read_id")
        .orderBy("read_id")
        .collectAsList()
        .toString();
  }
}
