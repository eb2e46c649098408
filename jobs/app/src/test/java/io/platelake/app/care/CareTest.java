package io.platelake.app.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class CareTest {
  private static final String PURGE = "run_id | step_no | step  | as_of\n";

  @TempDir Path folder;

  @Test
  void shouldKeepLedgersSmallAndFilesOfReadsUntilAPurgeIsDone() throws IOException {
    Lake lake = TestLake.in(folder);
    for (int run = 0; run < 60; run++) {
      lake.append(
          Table.JOB_RUNS,
          Rows.of(Table.JOB_RUNS, "run_id\nr" + run).collectAsList(),
          new CommitKey("run:r" + run, 0));
    }
    for (int time = 0; time < 2; time++) {
      lake.replace(
          Table.HITS,
          Rows.of(Table.HITS, "hit_id\n1"),
          Slice.all().where("purpose", "criminal").where("date", LocalDate.parse("2026-06-01")));
    }
    long rows = lake.read(Table.JOB_RUNS).count();
    purgeStep(lake, "close");

    // Replaced files of hits stay for an hour, and longer while a purge needs them.
    makeOlder(folder.resolve("hits"), Duration.ofMinutes(30));
    JsonNode first = care();
    assertTrue(first.path("tables_waiting").asLong() >= 5, first.toString());
    assertEquals(60, first.path("keys_retired").asLong(), first.toString());
    assertEquals(60, first.path("erased_files").asLong(), first.toString());
    assertEquals(2, parquet("hits"));
    assertEquals(2, parquet("job_runs"), "the run records its own end");
    assertEquals(rows + 1, lake.read(Table.JOB_RUNS).count());
    assertEquals(
        rows + 1, lake.spark().read().parquet(folder + "/job_runs/*.parquet").count(), "by files");

    purgeStep(lake, "done");
    JsonNode second = care();
    assertEquals(0, second.path("tables_waiting").asLong(), second.toString());
    assertEquals(0, second.path("erased_files").asLong(), "a reader may be at work");
    assertEquals(second.path("files_before"), second.path("files_after"));
    assertEquals(0, second.path("keys_retired").asLong());

    appendLater(lake);
    makeOlder(folder.resolve("hits"), Duration.ofMinutes(90));
    appendLater(lake);
    assertEquals(1, care().path("erased_files").asLong());
    assertEquals(1, lake.read(Table.HITS).where("date = DATE'2026-06-01'").count());
  }

  /** A later commit, whose time is the store's idea of now. */
  private static void appendLater(Lake lake) {
    lake.replace(
        Table.HITS,
        Rows.of(Table.HITS, "hit_id | captured_at\n2 | 2026-06-02T10:00:00Z"),
        Slice.all().where("purpose", "criminal").where("date", LocalDate.parse("2026-06-02")));
  }

  private static void purgeStep(Lake lake, String step) {
    lake.append(
        Table.PURGE_RUNS,
        Rows.of(Table.PURGE_RUNS, PURGE + "p1 | 1 | " + step + " | 2026-06-20T01:00:00Z")
            .collectAsList(),
        new CommitKey("purge:p1:" + step, 0));
  }

  private JsonNode care() {
    CliRun run = CliRun.at(folder, "2026-06-20T04:00:00Z", "--json", "care");
    assertEquals(0, run.code(), run.all());
    return run.record().path("counts");
  }

  private long parquet(String table) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(table), FileVisitOption.FOLLOW_LINKS)) {
      return files
          .filter(f -> f.toString().endsWith(".parquet") && !f.toString().contains("_delta_log"))
          .count();
    }
  }

  private static void makeOlder(Path table, Duration by) throws IOException {
    try (Stream<Path> files = Files.walk(table)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(by)));
      }
    }
  }
}
