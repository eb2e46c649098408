package io.platelake.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=search} searches compacted reads of 21 days for one plate, through the
 * gate. It prints the share of the bytes that the search reads, and its seconds with both rows of
 * the access log.
 */
final class Searching {
  private static final String NOW = "2026-06-09T00:00:00Z";
  private static final int RUNS = 3;

  private Searching() {}

  static void run(SparkSession spark, long reads, Path policy, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("platelake-search");
    try {
      LandContest landing = new LandContest(policy);
      landing.prepare(spark, folder, reads);
      landing.open(spark, folder);
      Path lake = folder.resolve("lake");
      CommandRuns.runAnyway(
          spark,
          lake,
          "2026-06-03T00:00:00Z",
          "land",
          "--feed",
          folder.resolve("input/feeds/openalpr.yaml").toString(),
          landing.raw().toString());
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

  private static void load(SparkSession spark, Path folder, Path lake, String register, String csv)
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
