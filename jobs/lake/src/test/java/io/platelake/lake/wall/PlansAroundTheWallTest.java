package io.platelake.lake.wall;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaTable;
import io.platelake.lake.contract.Table;
import io.platelake.lake.wall.WalledLake.Way;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans that a job which serves {@code criminal} builds without SQL. */
@Tag("lake")
class PlansAroundTheWallTest {
  private static final String DELTA_V2 = "spark.databricks.delta.v2.enableMode";

  @TempDir static Path folder;
  private static WalledLake lake;
  private static SparkSession session;

  @BeforeAll
  static void fill() throws IOException {
    lake = new WalledLake(Files.createDirectories(folder.resolve("lake")));
    session = lake.criminal.spark();
    Files.createSymbolicLink(folder.resolve("link"), Path.of(lake.reads(), "purpose=parking"));
    copied(Path.of(copy()));
    session.range(3).write().parquet(elsewhere());
  }

  static Stream<Named<Way>> refused() {
    return Stream.of(
        way("delta folder", () -> session.read().format("delta").load(lake.reads())),
        way("another folder name", () -> session.read().format("delta").load(lake.reads() + "//")),
        way("another's partition", () -> session.read().format("delta").load(lake.in("parking"))),
        way("copy of the table", () -> session.read().format("delta").load(copy())),
        way(
            "old version",
            () -> session.read().format("delta").option("versionAsOf", 1).load(lake.reads())),
        way(
            "change feed",
            () ->
                session
                    .read()
                    .format("delta")
                    .option("readChangeFeed", "true")
                    .option("startingVersion", 1)
                    .load(lake.reads())),
        way("Delta's own reader", () -> DeltaTable.forPath(session, lake.reads()).toDF()),
        way("Delta's own delete", () -> deleted(DeltaTable.forPath(session, lake.reads()))),
        way(
            "parquet folder",
            () -> session.read().option("basePath", lake.reads()).parquet(lake.in("parking"))),
        way("parquet file", () -> session.read().parquet(lake.file("parking"))),
        way("own parquet file", () -> session.read().parquet(lake.file("criminal"))),
        way("glob", () -> session.read().parquet(lake.reads() + "/purpose={parking,traffic}/*")),
        way("link", () -> session.read().parquet(folder.resolve("link").toString())),
        way(
            "folder above",
            () ->
                session
                    .read()
                    .option("recursiveFileLookup", "true")
                    .option("pathGlobFilter", "*.parquet")
                    .parquet(folder.toString())),
        way(
            "with a schema",
            () -> session.read().schema("plate string").parquet(lake.in("parking"))),
        way(
            "one of several",
            () ->
                session
                    .read()
                    .schema("id bigint")
                    .option("recursiveFileLookup", "true")
                    .parquet(elsewhere(), lake.in("parking"))),
        way("orc", () -> session.read().schema("plate string").orc(lake.in("parking"))),
        way("csv", () -> session.read().csv(lake.in("parking"))),
        way("json", () -> session.read().json(lake.in("parking"))),
        way("text", () -> session.read().textFile(lake.in("parking"))),
        way("bytes", () -> session.read().format("binaryFile").load(lake.in("parking"))),
        way(
            "second interface",
            () ->
                lake.with(
                    "spark.sql.sources.useV1SourceList",
                    "",
                    s -> s.read().parquet(lake.in("parking")))),
        way("table over the folder", () -> external("delta", lake.reads())),
        way("table over files", () -> external("parquet", lake.in("parking"))),
        way("stream of the table", () -> session.readStream().format("delta").load(lake.reads())),
        way(
            "stream of files",
            () -> session.readStream().schema("plate string").parquet(lake.in("parking"))),
        way("union", () -> lake.own().union(lake.duty.read(Table.READS))),
        way("union by name", () -> lake.own().unionByName(lake.duty.read(Table.READS), true)),
        way("join", () -> lake.own().join(broadcast(lake.duty.read(Table.READS)), "date")),
        way(
            "Delta's second interface",
            () -> lake.with(DELTA_V2, "STRICT", s -> s.sql(lake.sql("SELECT * FROM $READS")))),
        way("renamed column", () -> renamed(session)),
        way("writer that replaces", () -> replaced(lake.own())),
        way("bare session, files", () -> lake.bare.spark().read().parquet(lake.in("parking"))),
        way("bare session", () -> lake.bare.read(Table.READS, "criminal")),
        way("new session", () -> lake.in(session.newSession()).read(Table.READS, "criminal")),
        way(
            "cloned session",
            () -> lake.in(WalledLake.clone(session)).read(Table.READS, "parking")),
        way(
            "ticket thrown away",
            () ->
                lake.with(Declarations.TICKET, "", s -> lake.in(s).read(Table.READS, "criminal"))),
        way(
            "ticket made up",
            () -> lake.with(Declarations.TICKET, "RETENTION", s -> lake.in(s).read(Table.READS))),
        way("purpose of another", () -> lake.criminal.read(Table.READS, "parking")),
        way(
            "basis for another",
            () ->
                lake.bare
                    .serving("research")
                    .withBasis(WalledLake.basis("traffic"))
                    .read(Table.READS, "parking")),
        way("second declaration", () -> lake.criminal.forDuty(Duty.REPORTING).read(Table.READS)));
  }

  @ParameterizedTest
  @MethodSource
  void refused(Way way) {
    Refused.by(way::plan);
  }

  static Stream<Named<Way>> stopped() {
    return Stream.of(
        way("plan that another session analysed", () -> analysedOnDuty(session)),
        way("the same, cached", () -> analysedOnDuty(session).persist()),
        way(
            "single-pass analyser",
            () ->
                lake.with(
                    "spark.sql.analyzer.singlePassResolver.enabled",
                    "true",
                    s -> s.sql(lake.sql("SELECT plate FROM parquet.`$FILE`")))),
        way(
            "Delta's second interface, where filters go out of sight",
            () -> lake.with(DELTA_V2, "STRICT", s -> lake.in(s).read(Table.READS, "criminal"))),
        way(
            "without Delta's file skipping",
            () ->
                lake.with(
                    "spark.databricks.delta.stats.skipping",
                    "false",
                    PlansAroundTheWallTest::analysedOnDuty)));
  }

  /** Plans that no check of the analyser sees: stopped when they are planned. */
  @ParameterizedTest
  @MethodSource
  void stopped(Way way) {
    Refused.by(() -> way.plan().collectAsList());
  }

  private static Named<Way> way(String name, Way way) {
    return Named.of(name, way);
  }

  private static String copy() {
    return folder.resolve("copy").toString();
  }

  private static Path copied(Path to) throws IOException {
    Configuration conf = new Configuration();
    FileUtil.copy(
        new File(lake.reads()),
        FileSystem.getLocal(conf).getRawFileSystem(),
        new org.apache.hadoop.fs.Path(to.toString()),
        false,
        conf);
    return to;
  }

  private static String elsewhere() {
    return folder.resolve("elsewhere").toString();
  }

  private static Dataset<Row> external(String provider, String location) {
    session.sql("DROP TABLE IF EXISTS around");
    session.sql("CREATE TABLE around USING " + provider + " LOCATION '" + location + "'");
    return session.table("around");
  }

  /** Spark takes a plan that is analysed as it is. */
  private static Dataset<Row> analysedOnDuty(SparkSession here) {
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) here,
        lake.duty.read(Table.READS).queryExecution().analyzed());
  }

  private static Dataset<Row> deleted(DeltaTable table) {
    table.delete("purpose = 'parking'");
    return table.toDF();
  }

  /** The folders keep their names, so the files keep their purpose. */
  private static Dataset<Row> renamed(SparkSession by) throws IOException {
    String table = "delta.`" + copied(folder.resolve("renamed")) + "`";
    by.sql("ALTER TABLE " + table + " SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name')");
    by.sql("ALTER TABLE " + table + " RENAME COLUMN purpose TO why");
    return by.sql("SELECT * FROM " + table + " WHERE why = 'criminal'");
  }

  private static Dataset<Row> replaced(Dataset<Row> with) throws NoSuchTableException {
    with.writeTo(lake.sql("$READS"))
        .overwrite(col("purpose").equalTo("parking").and(col("plate").isNotNull()));
    return with;
  }
}
