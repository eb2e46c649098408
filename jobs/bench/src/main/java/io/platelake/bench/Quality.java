package io.platelake.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.generate.Feed;
import io.platelake.app.generate.Generator;
import io.platelake.app.generate.GeneratorOptions;
import io.platelake.core.feed.ReadId;
import io.platelake.core.match.score.Calibration;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=quality}: how many of the planted reads of listed vehicles each tier
 * finds, and how many of its hits are about them, at lists of 100 thousand, 1 and 5 million
 * entries.
 */
final class Quality {
  private static final List<Long> SIZES = List.of(100_000L, 1_000_000L, 5_000_000L);

  /** What was planted about one read: the entries that are about its vehicle. */
  private record Planted(Set<String> entries, String missed) {}

  private Quality() {}

  static void run(SparkSession spark, long reads, Path policy, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("platelake-quality");
    try {
      Path input = folder.resolve("input");
      Generator.run(
          GeneratorOptions.of(1, LocalDate.of(2026, 6, 1), 1, reads)
              .withFeeds(Set.of(Feed.OPENALPR)),
          input);
      LandContest landing = new LandContest(policy);
      landing.on(input);
      landing.under(WantedFiles.nearPolicy(policy, folder.resolve("policy.yaml")));
      landing.open(spark, folder);
      landing.ours(spark, folder);
      Set<String> driven = new HashSet<>();
      Map<Long, Planted> planted = planted(input.resolve("truth.jsonl"), driven);
      for (long size : SIZES) {
        // Each a little later, so that the newest is in force; shrunken lists are refused.
        String at = Instant.parse("2026-06-03T00:00:00Z").plusMillis(size / 1000).toString();
        MatchContest.load(
            spark, folder.resolve("lake"), input.resolve("hotlists"), folder, size, driven, at);
        Commands.run(
            spark,
            folder.resolve("lake"),
            at,
            "match",
            "--window",
            "2026-05-20T00:00:00Z/2026-06-03T00:00:00Z");
        print(spark, folder.resolve("lake"), size, planted, out);
      }
    } finally {
      Sizes.delete(folder);
    }
  }

  /**
   * By read id; only reads of listed vehicles that were kept.
   *
   * @param driven takes the plates of all vehicles
   */
  private static Map<Long, Planted> planted(Path truth, Set<String> driven) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<Long, Planted> planted = new HashMap<>();
    try (Stream<String> lines = Files.lines(truth)) {
      for (String line : (Iterable<String>) lines::iterator) {
        JsonNode record = json.readTree(line);
        driven.add(record.path("true_plate").asText());
        if (!record.has("matches") && !record.has("missed")) {
          continue;
        }
        Set<String> entries = new HashSet<>();
        record
            .path("matches")
            .forEach(
                m -> {
                  if (m.get("cause").asText().equals("vehicle")) {
                    entries.add(m.get("entry").asText());
                  }
                });
        JsonNode missed = record.get("missed");
        if (missed != null) {
          entries.add(missed.get("entry").asText());
        }
        if (record.get("outcome").asText().equals("kept") && !entries.isEmpty()) {
          planted.put(
              ReadId.of(
                  "city-2",
                  record.get("camera").asText(),
                  Instant.parse(record.get("captured_at").asText()),
                  record.get("event").asText() + "#0"),
              new Planted(entries, missed == null ? null : missed.get("why").asText()));
        }
      }
    }
    return planted;
  }

  private static void print(
      SparkSession spark, Path at, long size, Map<Long, Planted> planted, PrintStream out) {
    Lake lake = Lake.at(spark, at.toString(), Contracts.load()).serving("criminal");
    long reads = lake.read(Table.READS, "criminal").count();
    List<Row> hits =
        lake.read(Table.HITS, "criminal")
            .where("listing = 'LISTED'")
            .as("h")
            .join(
                lake.read(Table.HOTLIST_ENTRIES).select("snapshot_id", "entry_id", "case_number"),
                scala.jdk.javaapi.CollectionConverters.asScala(List.of("snapshot_id", "entry_id"))
                    .toSeq())
            .select("read_id", "case_number", "tier", "is_alert", "score", "near_evidence")
            .collectAsList();
    Map<String, long[]> tiers = new TreeMap<>();
    Map<String, Long> foundByKind = new TreeMap<>();
    List<double[]> scored = new ArrayList<>();
    Set<Long> found = new HashSet<>();
    for (Row hit : hits) {
      Planted about = planted.get(hit.getLong(0));
      boolean right = about != null && about.entries().contains(hit.getString(1));
      String tier = hit.getString(2) + (hit.isNullAt(5) ? "" : " " + hit.getString(5));
      long[] counts = tiers.computeIfAbsent(tier, t -> new long[4]);
      counts[0]++;
      counts[1] += right ? 1 : 0;
      counts[2] += hit.getBoolean(3) ? 1 : 0;
      counts[3] += hit.getBoolean(3) && !right ? 1 : 0;
      scored.add(new double[] {hit.getDouble(4), right ? 1 : 0});
      if (right && found.add(hit.getLong(0))) {
        foundByKind.merge(about.missed() == null ? "alike" : about.missed(), 1L, Long::sum);
      }
    }
    out.printf("%,d entries, %,d reads, %,d planted%n", size, reads, planted.size());
    out.printf(
        "  %-32s %8s %8s %9s %8s %12s %14s%n",
        "tier", "hits", "true", "precision", "alerts", "false alerts", "per M reads");
    tiers.forEach(
        (tier, n) ->
            out.printf(
                "  %-32s %,8d %,8d %9.4f %,8d %,12d %14.2f%n",
                tier, n[0], n[1], (double) n[1] / n[0], n[2], n[3], 1e6 * n[3] / reads));
    Map<String, Long> kinds = new TreeMap<>();
    planted
        .values()
        .forEach(p -> kinds.merge(p.missed() == null ? "alike" : p.missed(), 1L, Long::sum));
    kinds.forEach(
        (kind, n) ->
            out.printf(
                "  recall of planted, %-13s %,8d of %,8d  %.4f%n",
                kind,
                foundByKind.getOrDefault(kind, 0L),
                n,
                (double) foundByKind.getOrDefault(kind, 0L) / n));
    double[] scores = scored.stream().mapToDouble(s -> s[0]).toArray();
    boolean[] truths = new boolean[scores.length];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = scored.get(i)[1] == 1;
    }
    Calibration calibration = Calibration.of(scores, truths);
    out.printf("  scores: Brier %.4f over %,d hits%n", calibration.brier(), calibration.count());
    calibration
        .bins()
        .forEach(
            b ->
                out.printf(
                    "    from %.1f: mean score %.3f, true %.3f, %,d hits%n",
                    b.from(), b.meanScore(), b.shareTrue(), b.count()));
  }
}
