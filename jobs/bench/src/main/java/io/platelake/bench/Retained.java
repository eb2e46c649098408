package io.platelake.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=retained} searches retained and compacted reads for 1,000 new entries. It
 * compares this with matching all these reads with the whole list, and counts the bytes that each
 * reads of every table.
 */
final class Retained {
  private static final String NOW = "2026-06-03T00:00:00Z";
  private static final String LATER = "2026-06-03T06:00:00Z";
  private static final String WINDOW = "2026-05-20T00:00:00Z/2026-06-03T00:00:00Z";
  private static final int NEW_ENTRIES = 1_000;
  private static final int RUNS = 3;

  private Retained() {}

  static void run(SparkSession spark, long reads, Path policy, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("platelake-retained");
    try {
      LandContest landing = new LandContest(policy);
      landing.prepare(spark, folder, reads);
      landing.open(spark, folder);
      landing.ours(spark, folder);
      Path lake = folder.resolve("lake");
      CommandRuns.run(spark, lake, "2026-06-08T00:00:00Z", "compact");
      Path lists = folder.resolve("input/hotlists");
      long known = Math.max(10_000, reads / 100);
      MatchContest.load(spark, lake, lists, folder, known, Set.of(), NOW);
      MatchContest.load(spark, lake, lists, folder, known + NEW_ENTRIES, Set.of(), LATER);
      out.printf(
          "%,d reads, %.1f bytes a read after compaction, %,d entries of which %,d are new%n",
          reads, landing.bytesPerRead(folder, reads), known + NEW_ENTRIES, NEW_ENTRIES);
      for (int run = 0; run <= RUNS; run++) {
        Map<String, Long> start = CountedFiles.read();
        double full = seconds(spark, lake, "match", "--window", WINDOW);
        Map<String, Long> between = CountedFiles.read();
        double retained = seconds(spark, lake, "match", "--retained", "--window", WINDOW);
        Map<String, Long> end = CountedFiles.read();
        if (run > 0) {
          out.printf("  run %d: full %.1f s, retained %.1f s%n", run, full, retained);
          for (String table : List.of("reads", "")) {
            long all = bytes(between, table) - bytes(start, table);
            long some = bytes(end, table) - bytes(between, table);
            out.printf(
                "    bytes read of %-11s full %,14d, retained %,12d, %.1f %%%n",
                table.isEmpty() ? "all tables" : table, all, some, 100.0 * some / all);
          }
        }
      }
    } finally {
      Sizes.delete(folder);
    }
  }

  private static long bytes(Map<String, Long> read, String table) {
    return table.isEmpty()
        ? read.values().stream().mapToLong(Long::longValue).sum()
        : read.getOrDefault(table, 0L);
  }

  private static double seconds(SparkSession spark, Path lake, String... command) {
    long start = System.nanoTime();
    CommandRuns.run(spark, lake, LATER, command);
    return (System.nanoTime() - start) / 1e9;
  }
}
