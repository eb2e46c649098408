package io.platelake.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=retained}: 1,000 new entries against reads that are retained and
 * compacted, beside matching all of these reads with the whole list.
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
      Commands.run(spark, lake, "2026-06-08T00:00:00Z", "compact");
      Path lists = folder.resolve("input/hotlists");
      long known = Math.max(10_000, reads / 100);
      MatchContest.load(spark, lake, lists, folder, known, Set.of(), NOW);
      MatchContest.load(spark, lake, lists, folder, known + NEW_ENTRIES, Set.of(), LATER);
      out.printf(
          "%,d reads, %.1f bytes a read after compaction, %,d entries of which %,d are new%n",
          reads, landing.bytesPerRead(folder, reads), known + NEW_ENTRIES, NEW_ENTRIES);
      for (int run = 0; run <= RUNS; run++) {
        String[] all = {"match", "--window", WINDOW};
        String[] fresh = {"match", "--retained", "--window", WINDOW};
        long start = bytesRead();
        double full = seconds(spark, lake, all);
        long between = bytesRead();
        double retained = seconds(spark, lake, fresh);
        long end = bytesRead();
        if (run > 0) {
          out.printf(
              "  run %d: full %.1f s, %,d bytes read; retained %.1f s, %,d bytes read, %.1f %%%n",
              run,
              full,
              between - start,
              retained,
              end - between,
              100.0 * (end - between) / (between - start));
        }
      }
    } finally {
      Sizes.delete(folder);
    }
  }

  private static double seconds(SparkSession spark, Path lake, String... command) {
    long start = System.nanoTime();
    Commands.run(spark, lake, LATER, command);
    return (System.nanoTime() - start) / 1e9;
  }

  /** All that this process has read so far, of whatever files. */
  private static long bytesRead() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/io"))) {
      return lines
          .filter(l -> l.startsWith("rchar:"))
          .mapToLong(l -> Long.parseLong(l.substring(6).strip()))
          .sum();
    }
  }
}
