package io.platelake.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.platelake.bench.contest.CommandRuns;
import io.platelake.bench.contest.LandContest;
import io.platelake.bench.contest.MatchContest;
import io.platelake.bench.contest.Sizes;
import io.platelake.bench.contest.WantedFiles;
import io.platelake.city.generate.Generator;
import io.platelake.city.option.Feed;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Measures recall and false alerts for {@code make bench WORK=quality}. It counts the planted reads
 * of listed vehicles that each tier finds, and the false alerts that this costs. It uses lists of
 * 100 thousand, 1 and 5 million entries and several least scores, by plates alone and with state
 * and vehicle.
 */
final class Quality {
  private static final List<Long> SIZES = List.of(100_000L, 1_000_000L, 5_000_000L);

  private Quality() {}

  /**
   * @param file takes the figures as JSON
   */
  static void run(SparkSession spark, long reads, Path policy, Path file, PrintStream out)
      throws IOException {
    Path folder = Files.createTempDirectory("platelake-quality");
    try {
      Path input = folder.resolve("input");
      Generator.run(
          GeneratorOptions.of(1, LocalDate.of(2026, 6, 1), 1, reads)
              .withFeeds(Set.of(Feed.OPENALPR)),
          input);
      Path nearPolicy = WantedFiles.nearPolicy(policy, folder.resolve("policy.yaml"));
      LandContest landing = new LandContest(policy);
      landing.on(input);
      landing.under(nearPolicy);
      landing.open(spark, folder);
      landing.ours(spark, folder);
      Planted planted = Planted.read(input.resolve("truth.jsonl"));
      List<QualityFigure> figures = new ArrayList<>();
      for (long size : SIZES) {
        // Each a little later, so that the newest is in force; shrunken lists are refused.
        String at = Instant.parse("2026-06-03T00:00:00Z").plusMillis(size / 1000).toString();
        MatchContest.load(
            spark,
            folder.resolve("lake"),
            input.resolve("hotlists"),
            folder,
            size,
            planted.driven(),
            at);
        CommandRuns.run(
            spark,
            folder.resolve("lake"),
            at,
            "match",
            "--window",
            "2026-05-20T00:00:00Z/2026-06-03T00:00:00Z");
        Lake lake =
            Lake.at(spark, folder.resolve("lake").toString(), Contracts.load()).serving("criminal");
        PlatePairs pairs = PlatePairs.of(lake, ListIndex.newest(lake, nearPolicy), planted);
        QualityReport report =
            new QualityReport(size, planted, pairs, QualityHits.of(lake, planted));
        report.print(out);
        figures.addAll(report.figures());
      }
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValue(file.toFile(), figures);
      out.println("Written to " + file);
    } finally {
      Sizes.delete(folder);
    }
  }
}
