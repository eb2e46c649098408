package io.platelake.lake.wall;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.lake.contract.Table;
import io.platelake.lake.wall.WalledLake.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans that a job which serves {@code criminal} may make, and those that no wall can stop. */
@Tag("lake")
class PlansThroughTheWallTest {
  @TempDir static Path folder;
  private static WalledLake lake;
  private static SparkSession session;
  private static String elsewhere;

  @BeforeAll
  static void fill() throws IOException {
    lake = new WalledLake(Files.createDirectories(folder.resolve("lake")));
    session = lake.criminal.spark();
    elsewhere = folder.resolve("elsewhere").toString();
    session.range(3).write().parquet(elsewhere);
  }

  static Stream<Named<Way>> allowed() {
    return Stream.of(
        way("through the lake", lake::own),
        way("own partition", () -> session.read().format("delta").load(lake.in("criminal"))),
        way("kept in memory", () -> lake.own().persist()),
        way(
            "old version",
            () ->
                session.sql(
                    lake.sql("SELECT * FROM $READS VERSION AS OF 1 WHERE purpose = 'criminal'"))),
        way(
            "without Delta's file skipping",
            () ->
                lake.with(
                    "spark.databricks.delta.stats.skipping",
                    "false",
                    s -> lake.in(s).read(Table.READS, "criminal"))),
        way(
            "joined and counted",
            () -> lake.own().alias("a").join(lake.own().alias("b"), "read_id").select("a.purpose")),
        way(
            "typed",
            () ->
                lake.own()
                    .select("purpose")
                    .as(Encoders.STRING())
                    .filter((FilterFunction<String>) p -> !p.isEmpty())
                    .toDF("purpose")),
        way(
            "a function over it",
            () ->
                lake.own()
                    .withColumn(
                        "x",
                        udf((UDF1<String, String>) p -> p, DataTypes.StringType)
                            .apply(col("plate")))),
        way(
            "cloned session",
            () -> lake.in(WalledLake.clone(session)).read(Table.READS, "criminal")),
        way(
            "on a legal basis",
            () ->
                lake.bare
                    .serving("research")
                    .withBasis(WalledLake.basis("criminal"))
                    .read(Table.READS, "criminal")),
        way(
            "files that are no table's",
            () -> session.read().parquet(elsewhere).select(lit("criminal").as("purpose"))));
  }

  @ParameterizedTest
  @MethodSource
  void allowed(Way way) throws Exception {
    assertEquals(
        "[[criminal]]", way.plan().toDF().select("purpose").distinct().collectAsList().toString());
  }

  static Stream<Named<Way>> outOfReach() {
    return Stream.of(
        way(
            "rows that have left the table on duty",
            () ->
                lake.own()
                    .limit(0)
                    .union(lake.duty.read(Table.READS).localCheckpoint())
                    .where("purpose = 'parking'")),
        way(
            "a file read as an RDD",
            () ->
                session.createDataset(
                    session.sparkContext().textFile(lake.file("parking"), 1).toJavaRDD().take(1),
                    Encoders.STRING())));
  }

  /** What the package says it cannot stop; a wall that could would have other words there. */
  @ParameterizedTest
  @MethodSource
  void outOfReach(Way way) throws Exception {
    assertEquals(1, way.plan().count());
  }

  private static Named<Way> way(String name, Way way) {
    return Named.of(name, way);
  }
}
