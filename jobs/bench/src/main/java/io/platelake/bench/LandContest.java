package io.platelake.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.to_date;

import io.platelake.app.generate.Feed;
import io.platelake.app.generate.Generator;
import io.platelake.app.generate.GeneratorOptions;
import io.platelake.app.generate.Output;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Landing of OpenALPR JSON beside Spark's own JSON source that writes partitioned zstd Parquet. */
final class LandContest implements Contest {
  private static final LocalDate START = LocalDate.of(2026, 6, 1);
  private static final StructType FIELDS =
      StructType.fromDDL(
          "epoch_start bigint, camera_id bigint, best_uuid string, best_plate_number string,"
              + " best_confidence double, best_region string, best_region_confidence double,"
              + " travel_direction double,"
              + " candidates array<struct<plate: string, confidence: double>>");

  private final Path policy;
  private Path input;

  LandContest(Path policy) {
    this.policy = policy;
  }

  @Override
  public String work() {
    return "land";
  }

  @Override
  public String peer() {
    return "spark json to parquet";
  }

  @Override
  public long prepare(SparkSession spark, Path folder, long reads) throws IOException {
    input = folder.resolve("input");
    Generator.run(
        GeneratorOptions.of(1, START, 1, reads)
            .withFeeds(Set.of(Feed.OPENALPR))
            .withOutput(new Output(false, false, Output.USUAL.linesPerFile())),
        input);
    try (Stream<Path> files = Files.walk(input.resolve("raw"))) {
      return files.filter(Files::isRegularFile).mapToLong(LandContest::size).sum();
    }
  }

  /** A lake for one run, which is not measured. */
  void open(SparkSession spark, Path run) {
    Commands.newLake(spark, run.resolve("lake"), input, policy);
  }

  @Override
  public void ours(SparkSession spark, Path run) {
    Commands.run(
        spark,
        run.resolve("lake"),
        "2026-06-03T00:00:00Z",
        "land",
        "--feed",
        input.resolve("feeds/openalpr.yaml").toString(),
        input.resolve("raw/openalpr").toString());
  }

  @Override
  public void peer(SparkSession spark, Path run) {
    spark
        .read()
        .schema(FIELDS)
        .option("recursiveFileLookup", "true")
        .json(input.resolve("raw/openalpr").toString())
        .where(col("best_plate_number").isNotNull())
        .withColumn("captured_at", timestamp_millis(col("epoch_start")))
        .withColumn("date", to_date(col("captured_at")))
        .write()
        .partitionBy("date")
        .option("compression", "zstd")
        .parquet(run.resolve("peer").toString());
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
