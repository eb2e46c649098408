package io.platelake.app.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many nights, each a day after the other also for the files: nothing grows but the rows. */
@Tag("lake")
@Tag("long")
class CareForYearsTest {
  private static final LocalDate START = LocalDate.of(2026, 6, 1);
  private static final int NIGHTS = 45;
  private static final int RUNS = 12;

  /** Delta keeps commits for 30 days, and cuts at midnight after a checkpoint of some nights. */
  private static final int DAYS_OF_LOG = 36;

  /** On a local disk a commit is two files, and each has a checksum of its own. */
  private static final int FILES_A_COMMIT = 4;

  @TempDir Path folder;

  @Test
  void shouldKeepFilesKeysAndLogBounded() throws IOException {
    Lake lake = TestLake.in(folder);
    for (int night = 0; night < NIGHTS; night++) {
      LocalDate date = START.plusDays(night);
      for (int run = 0; run < RUNS; run++) {
        append(lake, Table.JOB_RUNS, "run_id\nr-" + date + "-" + run, "run:" + date + run);
      }
      for (String feed : List.of("east", "west")) {
        append(
            lake,
            Table.LANDING,
            "feed_id | batch_id | batch_seq | state\n%s | %s-%s | %d | done"
                .formatted(feed, feed, date, night),
            "land-plan:" + feed + date);
      }
      CliRun care = CliRun.at(folder, date + "T04:00:00Z", "care");
      assertEquals(0, care.code(), care.all());
      // The run of care itself adds a file.
      assertTrue(files(lake, Table.JOB_RUNS) <= 5, "files of job_runs in night " + night);
      assertTrue(files(lake, Table.LANDING) <= 2 * 4, "files of landing in night " + night);
      assertTrue(lake.keys(Table.JOB_RUNS).size() <= 50 + RUNS + 1, "keys in night " + night);
      int commits = RUNS + 3;
      assertTrue(
          logFiles(Table.JOB_RUNS) <= DAYS_OF_LOG * (commits * FILES_A_COMMIT + 4),
          "files of the log in night " + night);
      age();
    }
    assertEquals(NIGHTS * (RUNS + 1L), lake.read(Table.JOB_RUNS).count());
    assertEquals(NIGHTS * 2L, lake.read(Table.LANDING).count());
  }

  private static void append(Lake lake, Table table, String row, String key) {
    lake.append(table, Rows.of(table, row).collectAsList(), new CommitKey(key, 0));
  }

  private long files(Lake lake, Table table) throws IOException {
    long live = lake.liveFiles(table).size();
    try (Stream<Path> files = Files.walk(folder.resolve(table.folder()))) {
      long all =
          files
              .filter(f -> f.toString().endsWith(".parquet"))
              .filter(f -> !f.toString().contains("_delta_log"))
              .count();
      assertEquals(live, all, "a reader of all files counts each row once");
    }
    return live;
  }

  private long logFiles(Table table) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(table.folder()).resolve("_delta_log"))) {
      return files.count();
    }
  }

  private void age() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(
            file,
            FileTime.from(Files.getLastModifiedTime(file).toInstant().minus(Duration.ofDays(1))));
      }
    }
  }
}
