package io.platelake.bench;

import io.platelake.lake.table.NamedRow;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** What a night costs, period by period, and what the lake has become by then. */
final class NightCosts {
  private static final int PERIODS = 12;

  private final SparkSession spark;
  private final Path lake;
  private final int period;
  private final PrintStream out;
  private LakeSize before;
  private double seconds;
  private double slowest;
  private double cpu;

  NightCosts(SparkSession spark, Path lake, int nights, PrintStream out) throws IOException {
    this.spark = spark;
    this.lake = lake;
    this.period = Math.max(1, nights / PERIODS);
    this.out = out;
    this.before = LakeSize.of(lake);
    out.printf(
        "%8s %10s %10s %10s %12s %10s %10s %10s %12s%n",
        "nights",
        "CPU s/n.",
        "s/night",
        "slowest s",
        "commits/n.",
        "data files",
        "log files",
        "replaced",
        "KB");
  }

  /** One night. */
  @FunctionalInterface
  interface Night {
    void run() throws IOException;
  }

  /** Runs a night; prints a line at the end of a period. */
  void of(int number, Night night) throws IOException {
    long cpuBefore = cpuNanos();
    long start = System.nanoTime();
    night.run();
    double took = (System.nanoTime() - start) / 1e9;
    seconds += took;
    slowest = Math.max(slowest, took);
    cpu += (cpuNanos() - cpuBefore) / 1e9;
    if (number % period == 0) {
      LakeSize size = LakeSize.of(lake);
      out.printf(
          "%8d %10.1f %10.1f %10.1f %,12.1f %,10d %,10d %,10d %,12d%n",
          number,
          cpu / period,
          seconds / period,
          slowest,
          (size.commits() - before.commits()) / (double) period,
          size.dataFiles(),
          size.logFiles(),
          size.dataFiles() - LakeSize.live(spark, lake),
          size.bytes() / 1024);
      out.flush();
      before = size;
      seconds = 0;
      slowest = 0;
      cpu = 0;
    }
  }

  /** Of this process, also when others keep the machine busy. */
  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

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
        live +=
            NamedRow.only(spark.sql("DESCRIBE DETAIL delta.`" + table + "`")).number("numFiles");
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
}
