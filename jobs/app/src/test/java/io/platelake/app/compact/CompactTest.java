package io.platelake.app.compact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.contract.Table;
import io.platelake.lake.lookup.KeyedRows;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class CompactTest {
  @TempDir Path folder;

  @Test
  void shouldRewriteDatesThatNoLongerChangeOnceAndLeaveTheOthers() throws IOException {
    Lake lake = TestLake.in(folder);
    for (int file = 0; file < 3; file++) {
      lake.append(
          Table.READS,
          Rows.of(
                  Table.READS,
                  """
                  read_id | plate | captured_at
                  N1      | CC333 | 2026-06-10T10:00:00Z
                  N2      | AA111 | 2026-06-10T10:00:00Z
                  N3      | BB222 | 2026-06-18T10:00:00Z
                  N4      | DD444 | 2026-05-31T10:00:00Z
                  """
                      .replace("N", Integer.toString(file + 1)))
              .coalesce(1),
          new CommitKey("test:" + file, 0));
    }
    String before = Rows.text(lake.read(Table.READS));

    JsonNode counts = compact();
    assertEquals(1, counts.path("rewritten").asLong(), counts.toString());
    assertEquals(6, counts.path("rows").asLong());
    assertEquals(3, counts.path("files_before").asLong());
    assertEquals(1, counts.path("files_after").asLong());

    assertEquals(before, Rows.text(lake.read(Table.READS)));
    assertEquals(1, parquet("2026-06-10").size(), "what was replaced is erased");
    assertEquals(3, parquet("2026-06-18").size(), "reads of two days ago may still come");
    assertEquals(3, parquet("2026-05-31").size(), "the next purge takes them");
    List<Long> keys =
        lake
            .spark()
            .read()
            .format("delta")
            .load(folder.resolve("reads").toString())
            .where("purpose = 'criminal' and date = date'2026-06-10'")
            .select("plate_key")
            .collectAsList()
            .stream()
            .map(r -> r.getLong(0))
            .toList();
    assertEquals(keys.stream().sorted().toList(), keys);

    assertEquals(0, compact().path("rewritten").asLong(), "a second run has nothing to do");
    CliRun wrong = CliRun.at(folder, "2026-06-20T02:00:00Z", "compact", "--file-mb", "0");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("is outside 1 to 4096"), wrong.err());
  }

  @Test
  void shouldReadOfCompactedReadsTheFewPagesThatHoldAPlate() throws IOException {
    Lake lake = TestLake.in(folder);
    for (int file = 0; file < 3; file++) {
      StringBuilder rows = new StringBuilder("read_id | plate | captured_at\n");
      for (int i = file; i < 9_000; i += 3) {
        rows.append("%d | K%05d | 2026-06-10T10:00:00Z%n".formatted(i, 2 * i));
      }
      lake.append(
          Table.READS,
          Rows.of(Table.READS, rows.toString()).coalesce(1),
          new CommitKey("test:" + file, 0));
    }
    compact();
    Path file = parquet("2026-06-10").get(0);
    long[] wanted = {
      PlateKey.pack("K00002"), PlateKey.pack("K00003"), PlateKey.pack("K17998"), Long.MAX_VALUE
    };
    StructType columns = StructType.fromDDL("read_id bigint, plate_key bigint, plate string");
    assertEquals(
        List.of("1 K00002", "8999 K17998"),
        KeyedRows.read(lake, columns, "plate_key", Map.of(file.toUri().toString(), wanted))
            .map(row -> row.getLong(0) + " " + row.getUTF8String(2))
            .collect()
            .stream()
            .sorted()
            .toList());
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
      var chunk =
          reader.getRowGroups().get(0).getColumns().stream()
              .filter(c -> c.getPath().toDotString().equals("plate_key"))
              .findAny()
              .orElseThrow();
      BloomFilter filter = reader.readBloomFilter(chunk);
      assertTrue(filter.findHash(filter.hash(wanted[0])));
      int held = 0;
      for (int i = 1; i < 2_000; i += 2) {
        held += filter.findHash(filter.hash(PlateKey.pack("K%05d".formatted(i)))) ? 1 : 0;
      }
      assertTrue(held < 100, held + " of 1,000 plates that nobody has");
      assertTrue(reader.readOffsetIndex(chunk).getPageCount() >= 4, "pages of 2,048 rows");
    }
  }

  @Test
  void shouldSortADateThatIsInOneFileEvenWhereSortsSpillToDisk() throws IOException {
    Lake lake = TestLake.in(folder);
    StringBuilder rows = new StringBuilder("read_id | plate | captured_at\n");
    for (int i = 0; i < 4_000; i++) {
      rows.append("%d | K%05d | 2026-06-10T10:00:00Z%n".formatted(i, i * 37 % 4_000));
    }
    lake.append(
        Table.READS, Rows.of(Table.READS, rows.toString()).coalesce(1), new CommitKey("test", 0));
    SparkConf conf = SparkEnv.get().conf();
    String threshold = "spark.shuffle.spill.numElementsForceSpillThreshold";
    conf.set(threshold, "500");
    try {
      assertEquals(1, compact().path("rewritten").asLong(), "one file, as it was landed");
    } finally {
      conf.remove(threshold);
    }
    List<Long> keys =
        lake
            .spark()
            .read()
            .parquet(parquet("2026-06-10").get(0).toString())
            .select("plate_key")
            .collectAsList()
            .stream()
            .map(row -> row.getLong(0))
            .toList();
    assertEquals(keys.stream().sorted().toList(), keys);
    assertEquals(0, compact().path("rewritten").asLong(), "the log says that it is sorted");
  }

  private JsonNode compact() {
    CliRun run = CliRun.at(folder, "2026-06-20T02:00:00Z", "--json", "compact");
    assertEquals(0, run.code(), run.all());
    return run.record().path("counts");
  }

  private List<Path> parquet(String date) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("reads/purpose=criminal/date=" + date))) {
      return files.filter(f -> f.toString().endsWith(".parquet")).toList();
    }
  }
}
