package io.platelake.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
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
}
