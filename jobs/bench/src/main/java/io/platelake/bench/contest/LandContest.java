package io.platelake.bench.contest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.apache.spark.sql.functions.to_date;

import io.platelake.city.generate.Generator;
import io.platelake.city.option.Feed;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.option.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Landing of OpenALPR JSON with duplicates, fences and accounts, compared with three peers. DuckDB
 * and Spark's own JSON source only parse and write zstd Parquet by date. The third peer copies the
 * files.
 */
public final class LandContest implements Contest {
  private static final LocalDate START = LocalDate.of(2026, 6, 1);
  private static final String GUESS = "array<struct<name: string, confidence: double>>";
  private static final StructType FIELDS =
      StructType.fromDDL(
          "epoch_start bigint, camera_id bigint, best_uuid string, best_plate_number string,"
              + " best_confidence double, best_region string, best_region_confidence double,"
              + " travel_direction double, gps_latitude double, gps_longitude double,"
              + " candidates array<struct<plate: string, confidence: double>>,"
              + " vehicle struct<color: "
              + GUESS
              + ", make: "
              + GUESS
              + ", make_model: "
              + GUESS
              + ", body_type: "
              + GUESS
              + ">");

  /** The fields of {@code reads}, without id, keys, fences, duplicates or account. */
  private static final String DUCKDB =
      """
      COPY (
        SELECT md5_number_lower(concat_ws('|', camera_id, epoch_start, best_uuid)) AS read_id,
          camera_id, make_timestamp(epoch_start * 1000) AS captured_at,
          best_plate_number AS plate, upper(right(best_region, 2)) AS state,
          best_region_confidence / 100 AS state_confidence, best_confidence / 100 AS confidence,
          candidates, vehicle.make[1].name AS make, vehicle.make_model[1].name AS model,
          vehicle.color[1].name AS color, vehicle.body_type[1].name AS body,
          travel_direction AS direction, gps_latitude AS lat, gps_longitude AS lon,
          best_uuid AS image_ref,
          make_timestamp(epoch_start * 1000) + INTERVAL 21 DAY AS delete_after,
          CAST(make_timestamp(epoch_start * 1000) AS DATE) AS date
        FROM read_json('%s/**/*', format = 'newline_delimited', columns = {
          epoch_start: 'BIGINT', camera_id: 'BIGINT', best_uuid: 'VARCHAR',
          best_plate_number: 'VARCHAR', best_confidence: 'DOUBLE', best_region: 'VARCHAR',
          best_region_confidence: 'DOUBLE', travel_direction: 'DOUBLE', gps_latitude: 'DOUBLE',
          gps_longitude: 'DOUBLE', candidates: 'STRUCT(plate VARCHAR, confidence DOUBLE)[]',
          vehicle: 'STRUCT(color STRUCT(name VARCHAR, confidence DOUBLE)[],
            make STRUCT(name VARCHAR, confidence DOUBLE)[],
            make_model STRUCT(name VARCHAR, confidence DOUBLE)[],
            body_type STRUCT(name VARCHAR, confidence DOUBLE)[])'},
          ignore_errors = true)
        WHERE best_plate_number IS NOT NULL
      ) TO '%s' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (date))
      """;

  private Path policy;
  private Path input;

  public LandContest(Path policy) {
    this.policy = policy;
  }

  public Path policy() {
    return policy;
  }

  /** Lands what has been generated already. */
  public void on(Path generated) {
    input = generated;
  }

  /** Lakes made from now on are under this policy. */
  public void under(Path other) {
    policy = other;
  }

  @Override
  public String work() {
    return "land";
  }

  @Override
  public List<Peer> peers() {
    return List.of(
        new Peer(
            "duckdb " + DuckDb.version() + " json to parquet",
            (spark, run) -> DuckDb.run(DUCKDB.formatted(raw(), run.resolve("duckdb")))),
        new Peer("spark json to parquet", this::sparkToParquet),
        new Peer("spark json parse only", this::sparkParse),
        new Peer("copy of the files", (spark, run) -> Sizes.copy(raw(), run.resolve("copy"))));
  }

  @Override
  public long prepare(SparkSession spark, Path folder, long reads) throws IOException {
    input = folder.resolve("input");
    Generator.run(
        GeneratorOptions.of(1, START, 1, reads)
            .withFeeds(Set.of(Feed.OPENALPR))
            .withOutput(new Output(false, false, Output.USUAL.linesPerFile())),
        input);
    return Sizes.of(input.resolve("raw"));
  }

  @Override
  public void open(SparkSession spark, Path run) {
    CommandRuns.newLake(spark, run.resolve("lake"), input, policy);
  }

  @Override
  public void ours(SparkSession spark, Path run) {
    // Records that were sent again come last: of ten million reads a whole file of them, which
    // landing rightly finds unusual.
    CommandRuns.runAnyway(
        spark,
        run.resolve("lake"),
        "2026-06-03T00:00:00Z",
        "land",
        "--feed",
        input.resolve("feeds/openalpr.yaml").toString(),
        raw().toString());
  }

  @Override
  public double bytesPerRead(Path run, long reads) throws IOException {
    return Sizes.of(run.resolve("lake/reads/purpose=criminal")) / (double) reads;
  }

  public Path raw() {
    return input.resolve("raw/openalpr");
  }

  private Dataset<Row> parsed(SparkSession spark) {
    return spark
        .read()
        .schema(FIELDS)
        .option("recursiveFileLookup", "true")
        .json(raw().toString())
        .where(col("best_plate_number").isNotNull())
        .withColumn("captured_at", timestamp_millis(col("epoch_start")))
        .withColumn("date", to_date(col("captured_at")));
  }

  private void sparkToParquet(SparkSession spark, Path run) {
    parsed(spark)
        .write()
        .partitionBy("date")
        .option("compression", "zstd")
        .parquet(run.resolve("spark").toString());
  }

  private void sparkParse(SparkSession spark, Path run) {
    parsed(spark).write().format("noop").mode("overwrite").save();
  }
}
