package io.platelake.bench;

import io.platelake.app.cli.Main;
import io.platelake.bench.contest.Sizes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=year NIGHTS=365 FEEDS=3} runs many nights of a few reads and prints,
 * period by period, what a night costs and what the lake has become. The costs of a night have to
 * stay flat once the lake forgets as much as it lands.
 *
 * <p>Files age a day with each night, so that what depends on their age happens as in a year.
 */
final class Year {
  private static final LocalDate START = LocalDate.of(2026, 1, 10);
  private static final Pattern DIGEST = Pattern.compile("\"plan_digest\" *: *\"([0-9a-f]+)\"");

  private final SparkSession spark;
  private final Path folder;
  private final Path lake;
  private final int feeds;
  private final boolean cared;

  private Year(SparkSession spark, Path folder, int feeds) {
    this.spark = spark;
    this.folder = folder;
    this.lake = folder.resolve("lake");
    this.feeds = feeds;
    this.cared = new String(output("help"), StandardCharsets.UTF_8).contains("\n  care ");
  }

  static void run(SparkSession spark, int nights, int feeds, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("platelake-year");
    try {
      Year year = new Year(spark, folder, feeds);
      year.open();
      out.printf(
          "%d nights, %d feeds, %s%n", nights, feeds, year.cared ? "with care" : "without care");
      NightCosts costs = new NightCosts(spark, year.lake, nights, out);
      for (int night = 1; night <= nights; night++) {
        LocalDate date = START.plusDays(night);
        costs.of(night, () -> year.night(date));
        NightCosts.LakeSize.age(year.lake, Duration.ofDays(1));
      }
    } finally {
      Sizes.delete(folder);
    }
  }

  private void open() throws IOException {
    String at = START.minusDays(1) + "T00:00:00Z";
    write(
        "policy.yaml",
        """
        format: 1
        extends: wa-city
        id: short-city
        version: "1"
        retention:
          criminal:
            max: {amount: 4, unit: days}
        """);
    run(at, "init", "--agency", "city-2", "--policy", file("policy.yaml"));
    write(
        "cameras.csv",
        """
        camera_id,vendor_camera_id,site_name,site_type,lat,lon,heading,from,to
        cam-1,,Main St,street,47.0500,-122.9000,,2025-01-01T00:00:00Z,
        """);
    run(at, "cameras", "load", "--agency", "city-2", file("cameras.csv"));
    for (int feed = 0; feed < feeds; feed++) {
      write(
          "feed-" + feed + ".yaml",
          """
          id: feed-%d
          agency: city-2
          purpose: criminal
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
              .formatted(feed));
    }
  }

  /** The steps of the nightly pipelines, one after the other. */
  private void night(LocalDate date) throws IOException {
    for (int feed = 0; feed < feeds; feed++) {
      StringBuilder rows = new StringBuilder("id,cam,at,plate,state,conf\n");
      for (int read = 0; read < 3; read++) {
        rows.append(
            "%s-%d-%d,cam-1,%sT%02d:00:00Z,Y%02d%03d,WA,0.9%n"
                .formatted(date, feed, read, date.minusDays(1), 8 + read, read, feed));
      }
      write("inbox/feed-" + feed + "/" + date + ".csv", rows.toString());
    }
    String at = date + "T01:15:00Z";
    for (int feed = 0; feed < feeds; feed++) {
      run(at, "land", "--feed", file("feed-" + feed + ".yaml"), file("inbox/feed-" + feed));
    }
    String from = date.minusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    String window = from + "/" + date.atStartOfDay(ZoneOffset.UTC).toInstant();
    run(at, "match", "--window", window);
    run(at, "passes", "--window", window);
    run(at, "facts", "--window", window);
    at = date + "T03:00:00Z";
    String plan = digest(run(at, "--json", "purge", "plan"));
    run(at, "purge", "run", "--plan", plan, "--accept-unusual", "few reads a night");
    run(at, "purge", "verify", "--plan", plan);
    if (cared) {
      run(date + "T04:00:00Z", "care");
    }
    run(date + "T05:00:00Z", "status");
  }

  private static String digest(byte[] record) {
    Matcher digest = DIGEST.matcher(new String(record, StandardCharsets.UTF_8));
    if (!digest.find()) {
      throw new IllegalStateException("no digest in the record of the plan");
    }
    return digest.group(1);
  }

  private byte[] run(String asOf, String... command) {
    Instant.parse(asOf);
    List<String> args = new ArrayList<>(List.of("--lake", lake.toString(), "--as-of", asOf));
    args.addAll(List.of(command));
    return output(args.toArray(String[]::new));
  }

  private byte[] output(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code = Main.run(new PrintStream(out, true, StandardCharsets.UTF_8), spark, args);
    // A finding is not a failure: there is no hot list, and an old read would be overdue.
    if (code != 0 && code != 4) {
      throw new IllegalStateException(String.join(" ", args) + " ended with " + code);
    }
    return out.toByteArray();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
