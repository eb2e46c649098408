package io.platelake.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import io.platelake.bench.contest.CommandRuns;
import io.platelake.bench.contest.LandContest;
import io.platelake.bench.contest.MatchContest;
import io.platelake.bench.contest.Sizes;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=statewide READS=5000000}: a whole night of 300 agencies with three feeds
 * each, of three purposes, and the same night where all reads are of one agency. The raw files are
 * the same, and so are policy and list of each agency.
 */
final class Statewide {
  private static final String NIGHT = "2026-06-02T01:15:00Z";
  private static final String BEFORE = "2026-06-01T00:00:00Z";
  private static final int AGENCIES = 300;
  private static final int ENTRIES = 2_000;
  private static final List<String> PURPOSES = List.of("criminal", "parking", "traffic");

  private final SparkSession spark;
  private final Path policy;
  private final Path folder;
  private final int agencies;
  private final long reads;

  private Statewide(SparkSession spark, Path policy, Path folder, int agencies, long reads) {
    this.spark = spark;
    this.policy = policy;
    this.folder = folder;
    this.agencies = agencies;
    this.reads = reads;
  }

  static void run(SparkSession spark, long reads, Path policy, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("platelake-statewide");
    try {
      // Warms the process up and does not count.
      new Statewide(spark, policy, folder.resolve("warm"), 10, 30_000).nights();
      Map<String, Map<String, Double>> nights =
          new Statewide(spark, policy, folder.resolve("state"), AGENCIES, reads).nights();
      Map<String, Double> one = nights.get("one");
      Map<String, Double> many = nights.get("many");
      out.printf("%-14s %12s %12s %8s%n", "seconds", "1 agency", AGENCIES + " ag.", "ratio");
      many.keySet()
          .forEach(
              job ->
                  out.printf(
                      "%-14s %12.1f %12.1f %8.2f%n",
                      job,
                      one.getOrDefault(job, 0.0),
                      many.get(job),
                      many.get(job) / one.getOrDefault(job, 0.0)));
      double all = sum(many) / sum(one);
      out.printf("%-14s %12.1f %12.1f %8.2f%n", "night", sum(one), sum(many), all);
    } finally {
      Sizes.delete(folder);
    }
  }

  private static double sum(Map<String, Double> seconds) {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Seconds of each job, of one agency and of many. */
  private Map<String, Map<String, Double>> nights() throws IOException {
    for (int agency = 0; agency < agencies; agency++) {
      for (String purpose : PURPOSES) {
        write(agency, purpose);
      }
    }
    Path one = folder.resolve("lake-one");
    newLake(one);
    Path many = folder.resolve("lake-many");
    Sizes.copy(one, many);
    addAgencies(many);
    return Map.of("one", night("one", one), "many", night("many", many));
  }

  /** A file of a feed, which is also a file of the feed of the one agency. */
  private void write(int agency, String purpose) throws IOException {
    String owner = "agency-" + agency;
    define("many/feeds", owner + "-" + purpose, owner, purpose);
    define("one/feeds", purpose, "city-2", purpose);
    Path file = folder.resolve("many/inbox/" + owner + "-" + purpose + "/day.csv");
    Files.createDirectories(file.getParent());
    SplittableRandom dice = new SplittableRandom(PURPOSES.indexOf(purpose) * 1_000L + agency);
    try (Writer rows = Files.newBufferedWriter(file)) {
      rows.write("id,cam,at,plate,state,conf\n");
      long share = reads / (agencies * (long) PURPOSES.size());
      for (long read : LongStream.range(0, share).toArray()) {
        int second = (int) (read * 86_400 / share);
        rows.write(
            "%s-%s-%d,cam-%d,2026-06-01T%02d:%02d:%02dZ,%c%c%c%04d,WA,0.9%n"
                .formatted(
                    owner,
                    purpose,
                    read,
                    agency,
                    second / 3600,
                    second / 60 % 60,
                    second % 60,
                    'A' + dice.nextInt(26),
                    'A' + dice.nextInt(26),
                    'A' + dice.nextInt(4),
                    dice.nextInt(10_000)));
      }
    }
    Path same = folder.resolve("one/inbox/" + purpose + "/day-" + agency + ".csv");
    Files.createDirectories(same.getParent());
    Files.createLink(same, file);
  }

  private void define(String where, String id, String agency, String purpose) throws IOException {
    Path file = folder.resolve(where).resolve(id + ".yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        id: %s
        agency: %s
        purpose: %s
        adapter: mapping
        confidence_scale: unit
        after_landing: delete
        mapping:
          format: csv
          header: true
          fields:
            event_id: id
            camera: cam
            captured_at: {column: at, format: iso}
            plate: plate
            state: state
            confidence: conf
        """
            .formatted(id, agency, purpose));
  }

  /** A lake of one agency that has all cameras, and a list. */
  private void newLake(Path lake) throws IOException {
    CommandRuns.run(
        spark, lake, BEFORE, "init", "--agency", "city-2", "--policy", policy.toString());
    StringBuilder cameras =
        new StringBuilder(
            "camera_id,vendor_camera_id,site_name,site_type,lat,lon,heading,from,to\n");
    IntStream.range(0, agencies)
        .forEach(
            i ->
                cameras.append(
                    "cam-%d,,Main St,street,47.%04d,-122.9000,,2025-01-01T00:00:00Z,%n"
                        .formatted(i, i)));
    Path file = Files.writeString(folder.resolve("cameras.csv"), cameras);
    CommandRuns.run(spark, lake, BEFORE, "cameras", "load", "--agency", "city-2", file.toString());
    Path generated = Files.createDirectories(folder.resolve("generated"));
    new LandContest(policy).prepare(spark, generated, 1_000);
    Path lists = generated.resolve("input/hotlists");
    MatchContest.load(spark, lake, lists, folder, ENTRIES, Set.of(), "2026-06-02T00:00:00Z");
  }

  private void addAgencies(Path folderOfLake) {
    Agencies.add(spark, folderOfLake, agencies, false);
    Lake lake =
        Lake.at(spark.newSession(), folderOfLake.toString(), Contracts.load())
            .forDuty(Duty.STORAGE);
    for (Table table : List.of(Table.CAMERAS, Table.DEPLOYMENTS)) {
      lake.append(
          table,
          lake.read(table)
              .withColumn("agency_id", concat(lit("agency-"), substring(col("camera_id"), 5, 9))),
          new CommitKey("bench:" + agencies, 0));
    }
  }

  private Map<String, Double> night(String name, Path lake) {
    CommandRuns.runAnyway(
        spark,
        lake,
        NIGHT,
        "night",
        "--feeds",
        folder.resolve(name + "/feeds").toString(),
        "--inbox",
        folder.resolve(name + "/inbox").toString());
    Map<String, Double> seconds = new LinkedHashMap<>();
    Lake tables = Lake.at(spark, lake.toString(), Contracts.load());
    for (NamedRow run :
        NamedRow.all(tables.read(Table.JOB_RUNS).where("as_of = '" + NIGHT + "'"))) {
      if (!run.text("job").equals("night")) {
        seconds.merge(run.text("job"), run.number("duration_ms") / 1e3, Double::sum);
      }
    }
    return seconds;
  }
}
