package io.platelake.bench;

import io.platelake.bench.contest.CommandRuns;
import io.platelake.bench.contest.DuckDb;
import io.platelake.bench.contest.LandContest;
import io.platelake.bench.contest.MatchContest;
import io.platelake.bench.contest.Sizes;
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

  /**
   * {@code make bench WORK=search} searches compacted reads of 21 days for one plate, through the
   * gate. It prints the share of the bytes that the search reads, and its seconds with both rows of
   * the access log.
   */
  static final class Searching {
    private static final String NOW = "2026-06-09T00:00:00Z";
    private static final int RUNS = 3;

    private Searching() {}

    static void run(SparkSession spark, long reads, Path policy, PrintStream out)
        throws IOException {
      Path folder = Files.createTempDirectory("platelake-search");
      try {
        LandContest landing = new LandContest(policy);
        landing.prepare(spark, folder, reads);
        landing.open(spark, folder);
        Path lake = folder.resolve("lake");
        landing.ours(spark, folder);
        CommandRuns.run(spark, lake, "2026-06-08T00:00:00Z", "compact");
        people(spark, folder, lake);
        String plate = somePlate(lake);
        out.printf(
            "%,d reads, %,d bytes in %d files after compaction%n",
            reads, size(lake.resolve("reads")), files(lake.resolve("reads")));
        Path request = folder.resolve("request.csv");
        for (String days : new String[] {"2026-05-19T00:00:00Z", "2026-06-02T00:00:00Z"}) {
          Files.writeString(
              request,
              "purpose,plate,from,to,case,offence\ncriminal,"
                  + plate
                  + ","
                  + days
                  + ",2026-06-09T00:00:00Z,26-1,burglary\n");
          measure(spark, lake, request, out, "since " + days.substring(0, 10));
        }
      } finally {
        Sizes.delete(folder);
      }
    }

    private static void measure(
        SparkSession spark, Path lake, Path request, PrintStream out, String what)
        throws IOException {
      for (int run = 0; run <= RUNS; run++) {
        long before = CountedFiles.read().getOrDefault("reads", 0L);
        long start = System.nanoTime();
        CommandRuns.run(
            spark,
            lake,
            NOW,
            "search",
            "--agency",
            "city-2",
            "--to",
            "bench",
            "--requests",
            request.toString());
        double seconds = (System.nanoTime() - start) / 1e9;
        long read = CountedFiles.read().getOrDefault("reads", 0L) - before;
        if (run > 0) {
          out.printf(
              "  one plate %s: %,d bytes, %.2f %% of all reads, %.2f s%n",
              what, read, 100.0 * read / size(lake.resolve("reads")), seconds);
        }
      }
    }

    /** One person who may do everything, trained, with a place for answers. */
    private static void people(SparkSession spark, Path folder, Path lake) throws IOException {
      String me = System.getProperty("user.name");
      Path answers = Files.createDirectories(folder.resolve("answers"));
      Map<String, String> registers =
          Map.of(
              "training",
              "person_id,course,completed_on,topics\n"
                  + "p-1,alpr,2026-05-01,policy;statute;privacy;audit_and_reporting\n",
              "places",
              "place_id,folder,purposes,keeper\nbench," + answers + ",criminal,p-1\n");
      load(
          spark,
          folder,
          lake,
          "users",
          "user_id,person_id,kind,roles,permissions,status,need,os_user,valid_from\n"
              + "b.bench,p-1,internal,department_personnel,administer;look;operate,active,bench,"
              + me
              + ",2026-05-01\n");
      for (Map.Entry<String, String> register : registers.entrySet()) {
        load(spark, folder, lake, register.getKey(), register.getValue());
      }
    }

    private static void load(
        SparkSession spark, Path folder, Path lake, String register, String csv)
        throws IOException {
      Path file = folder.resolve(register + ".csv");
      Files.writeString(file, csv);
      CommandRuns.run(
          spark,
          lake,
          "2026-06-08T01:00:00Z",
          "register",
          "load",
          "--register",
          register,
          "--agency",
          "city-2",
          file.toString());
    }

    /** A plate that is there, read past the wall: the bench is no job. */
    private static String somePlate(Path lake) {
      return DuckDb.text(
          "SELECT plate FROM read_parquet('"
              + lake.resolve("reads")
              + "/purpose=criminal/*/*.parquet') WHERE plate IS NOT NULL"
              + " GROUP BY plate ORDER BY count(*) DESC, plate OFFSET 1000 LIMIT 1");
    }

    private static long size(Path folder) throws IOException {
      try (var files = Files.walk(folder)) {
        return files
            .filter(f -> f.toString().endsWith(".parquet"))
            .mapToLong(f -> f.toFile().length())
            .sum();
      }
    }

    private static long files(Path folder) throws IOException {
      try (var files = Files.walk(folder)) {
        return files.filter(f -> f.toString().endsWith(".parquet")).count();
      }
    }
  }
}
