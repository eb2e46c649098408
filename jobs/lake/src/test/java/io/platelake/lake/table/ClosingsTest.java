package io.platelake.lake.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A purge that closes dates while a job writes. */
@Tag("lake")
class ClosingsTest {
  private static final Slice DAY = Slice.all().where("purpose", "criminal");

  @TempDir Path folder;
  private Lake lake;

  private static final AtomicBoolean OVERTAKEN = new AtomicBoolean();
  private static Runnable purge;

  @BeforeEach
  void makeLake() {
    lake =
        Lake.at(TestSpark.session(), folder.toString(), Contracts.load()).forDuty(Duty.RETENTION);
    lake.create(
        List.of(
            Table.READS,
            Table.HITS,
            Table.PASSES,
            Table.IMAGES,
            Table.QUARANTINE,
            Table.DAILY_FACTS));
    OVERTAKEN.set(false);
    purge = () -> lake.markClosed("abc1");
  }

  @Test
  void shouldRefuseAnAppendOfAJobThatDoesNotKnowTheClosedDates() {
    lake.watchClosings();
    lake.markClosed("abc1");
    refused(() -> lake.append(Table.READS, row(), new CommitKey("job", 0)));
  }

  @Test
  void shouldRefuseAnAppendThatAPurgeOvertakesWhileItsFilesAreWritten() {
    lake.watchClosings();
    refused(() -> lake.append(Table.READS, overtaken(), new CommitKey("job", 0)));
  }

  @Test
  void shouldRefuseAReplacementThatAPurgeOvertakes() {
    lake.watchClosings();
    refused(() -> lake.replace(Table.READS, overtaken(), DAY));
  }

  @Test
  void shouldRefuseToWriteAgainWhatAPurgeHasErasedSince() {
    lake.append(Table.READS, row(), new CommitKey("job", 0));
    lake.watchClosings();
    Dataset<Row> rows = lake.read(Table.READS);
    lake.markClosed("abc1");
    lake.delete(lake.spark(), Table.READS, DAY);
    assertThrows(ClosedMeanwhile.class, () -> lake.rewrite(Table.READS, rows, DAY, "plate_key"));
    assertEquals(0, lake.read(Table.READS).count());
  }

  @Test
  void shouldWriteWhenTheJobStartsAgain() {
    lake.watchClosings();
    lake.markClosed("abc1");
    Lake again =
        Lake.at(TestSpark.session(), folder.toString(), Contracts.load()).forDuty(Duty.RETENTION);
    again.watchClosings();
    // The same mark again is no news.
    lake.markClosed("abc1");
    again.append(Table.READS, row(), new CommitKey("job", 0));
    assertEquals(1, again.read(Table.READS).count());
  }

  private void refused(Executable write) {
    assertThrows(ClosedMeanwhile.class, write);
    assertEquals(0, lake.read(Table.READS).count());
    assertEquals(List.of(), files());
  }

  /** Files of reads, of which none may be left where nothing was committed. */
  private List<String> files() {
    try (Stream<Path> all = Files.walk(folder.resolve("reads"))) {
      return all.filter(
              f -> f.toString().endsWith(".parquet") && !f.toString().contains("_delta_log"))
          .map(f -> f.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Dataset<Row> overtaken() {
    return row().withColumn("plate", overtaking(col("plate")));
  }

  /** While the first value is written, the purge runs. */
  private static Column overtaking(Column column) {
    UDF1<String, String> late =
        plate -> {
          if (OVERTAKEN.compareAndSet(false, true)) {
            purge.run();
          }
          return plate;
        };
    return udf(late, DataTypes.StringType).asNondeterministic().apply(column);
  }

  private Dataset<Row> row() {
    Instant at = Instant.parse("2026-06-01T10:00:00Z");
    return lake.rows(
        Table.READS,
        List.of(
            lake.newRow(Table.READS)
                .with("read_id", 1L)
                .with("agency_id", "city-2")
                .with("camera_id", "cam-1")
                .with("landed_at", at)
                .with("source", "f-1")
                .with("batch_id", "b-1")
                .with("purpose", "criminal")
                .with("captured_at", at)
                .with("plate", "ABC1234")
                .with("date", LocalDate.of(2026, 6, 1))
                .row()));
  }
}
