package io.platelake.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.platelake.bench.contest.CommandRuns;
import io.platelake.bench.contest.LandContest;
import io.platelake.bench.contest.MatchContest;
import io.platelake.bench.contest.Sizes;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.AgencyFiles;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Slice;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=agencies}: the jobs of a night over the same reads, of one agency and of
 * many. The reads of many are spread over them by camera; each has the policy and the list of the
 * one. {@code empty} means that the other agencies have no reads.
 */
final class Agencies {
  private static final String NOW = "2026-06-03T00:00:00Z";
  private static final String WINDOW = "2026-05-31T00:00:00Z/2026-06-03T00:00:00Z";
  private static final int ENTRIES = 2_000;
  private static final int RUNS = 3;
  private static final List<String> PURPOSES = List.of("criminal", "parking", "traffic", "cve");

  /** What a night runs, but landing, which goes feed by feed. */
  private static final List<List<String>> JOBS =
      List.of(
          List.of("passes", "--window", WINDOW),
          List.of("match", "--window", WINDOW),
          List.of("match", "--retained", "--window", WINDOW),
          List.of("facts", "--window", WINDOW),
          List.of("purge", "plan"),
          List.of("status"));

  private Agencies() {}

  static void run(SparkSession spark, long reads, Path policy, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("platelake-agencies");
    try {
      LandContest landing = new LandContest(policy);
      landing.prepare(spark, folder, reads);
      landing.open(spark, folder);
      landing.ours(spark, folder);
      Path one = folder.resolve("lake");
      MatchContest.load(
          spark, one, folder.resolve("input/hotlists"), folder, ENTRIES, Set.of(), NOW);
      out.printf("%-22s", "seconds, worst of " + RUNS);
      JOBS.forEach(
          job ->
              out.printf(
                  " %16s",
                  String.join(" ", job.subList(0, Math.min(2, job.size())))
                      .replace(" --window", "")));
      out.println();
      measure(spark, one, "1 agency", out);
      for (int others : new int[] {10, 40, 299}) {
        Path lake = folder.resolve("empty-" + others);
        Sizes.copy(one, lake);
        add(spark, lake, others, false);
        measure(spark, lake, others + 1 + " agencies, empty", out);
        Sizes.delete(lake);
      }
      for (int others : new int[] {10, 299}) {
        Path lake = folder.resolve("spread-" + others);
        Sizes.copy(one, lake);
        add(spark, lake, others, true);
        measure(spark, lake, others + 1 + " agencies", out);
        Sizes.delete(lake);
      }
    } finally {
      Sizes.delete(folder);
    }
  }

  private static void measure(SparkSession spark, Path lake, String name, PrintStream out) {
    double[] worst = new double[JOBS.size()];
    for (int run = 0; run <= RUNS; run++) {
      for (int job = 0; job < worst.length; job++) {
        long start = System.nanoTime();
        CommandRuns.runAnyway(spark, lake, NOW, JOBS.get(job).toArray(String[]::new));
        double seconds = (System.nanoTime() - start) / 1e9;
        // The first run warms up and does not count.
        worst[job] = run == 0 ? 0 : Math.max(worst[job], seconds);
      }
    }
    out.printf("%-22s", name);
    for (double seconds : worst) {
      out.printf(" %16.1f", seconds);
    }
    out.println();
  }

  /** Adds agencies with the policy and list of the one there is. */
  static void add(SparkSession spark, Path folder, int others, boolean spread) {
    Lake lake =
        Lake.at(spark.newSession(), folder.toString(), Contracts.load()).forDuty(Duty.STORAGE);
    List<String> agencies = IntStream.range(0, others).mapToObj(i -> "agency-" + i).toList();
    for (Table table : List.of(Table.POLICY_VERSIONS, Table.HOTLISTS, Table.HOTLIST_ENTRIES)) {
      Dataset<Row> numbers = lake.spark().range(others).toDF("number");
      Dataset<Row> rows =
          lake.read(table)
              .crossJoin(numbers)
              .withColumn("agency_id", concat(lit("agency-"), col("number")));
      if (table != Table.POLICY_VERSIONS) {
        for (String id : List.of("snapshot_id", "list_id")) {
          rows = rows.withColumn(id, concat(col(id), lit("-"), col("number")));
        }
      }
      lake.append(table, rows.drop("number").coalesce(1), new CommitKey("bench:" + others, 0));
    }
    if (spread) {
      Column number = pmod(xxhash64(col("camera_id"), col("read_id")), lit(others + 1));
      Dataset<Row> rows =
          lake.read(Table.READS)
              .withColumn(
                  "agency_id",
                  when(number.equalTo(others), col("agency_id"))
                      .otherwise(concat(lit("agency-"), number)));
      List<String> all = new ArrayList<>(agencies);
      NamedRow.all(lake.read(Table.READS).select("agency_id").distinct())
          .forEach(row -> all.add(row.text("agency_id")));
      lake.replace(
          Table.READS, AgencyFiles.split(rows, all), Slice.all().whereIn("purpose", PURPOSES));
    }
  }
}
