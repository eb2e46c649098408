package io.platelake.bench;

import io.platelake.lake.table.NamedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * How large a lake is.
 *
 * @param commits of all tables since they were created
 * @param dataFiles Parquet files outside the logs
 * @param logFiles files in the logs
 * @param bytes of all files
 */
record LakeSize(long commits, long dataFiles, long logFiles, long bytes) {

  static LakeSize of(Path lake) throws IOException {
    long commits = 0;
    long data = 0;
    long log = 0;
    long bytes = 0;
    for (Path table : tables(lake)) {
      long last = -1;
      for (Path file : files(table)) {
        String name = file.getFileName().toString();
        bytes += Files.size(file);
        if (file.toString().contains("/_delta_log/")) {
          log++;
          if (name.matches("\\d{20}\\.json")) {
            last = Math.max(last, Long.parseLong(name.substring(0, 20)));
          }
        } else if (name.endsWith(".parquet")) {
          data++;
        }
      }
      commits += last + 1;
    }
    return new LakeSize(commits, data, log, bytes);
  }

  /** Data files that the current versions refer to. */
  static long live(SparkSession spark, Path lake) throws IOException {
    long live = 0;
    for (Path table : tables(lake)) {
      live += NamedRow.only(spark.sql("DESCRIBE DETAIL delta.`" + table + "`")).number("numFiles");
    }
    return live;
  }

  /** Makes every file older. */
  static void age(Path lake, Duration by) throws IOException {
    for (Path file : files(lake)) {
      Files.setLastModifiedTime(
          file, FileTime.from(Files.getLastModifiedTime(file).toInstant().minus(by)));
    }
  }

  private static List<Path> tables(Path lake) throws IOException {
    try (Stream<Path> all = Files.list(lake)) {
      return all.filter(folder -> Files.isDirectory(folder.resolve("_delta_log"))).toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
