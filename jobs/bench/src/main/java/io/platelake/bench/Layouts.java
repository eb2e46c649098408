package io.platelake.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.platelake.bench.contest.Sizes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=layouts READS=n} compares four layouts of the reads of many agencies. It
 * shows what each costs to write and to open, to read for one agency and to purge. Of 300 agencies,
 * 10 dates and one purpose, in Delta alone.
 */
final class Layouts {
  private static final int AGENCIES = 300;
  private static final int DATES = 10;
  private static final int BUCKETS = 16;
  private static final int RUNS = 3;

  /** One way to lay out the rows. */
  private record Layout(String name, List<String> folders, UnaryOperator<Dataset<Row>> files) {}

  private final SparkSession spark;
  private final Path folder;
  private final long reads;

  private Layouts(SparkSession spark, Path folder, long reads) {
    this.spark = spark;
    this.folder = folder;
    this.reads = reads;
  }

  static void run(SparkSession session, long reads, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("platelake-layouts");
    SparkSession spark = session.newSession();
    // What the wall does costs the same in each layout.
    spark.conf().set("spark.sql.shuffle.partitions", Integer.toString(AGENCIES));
    spark.conf().set("spark.sql.adaptive.enabled", "false");
    List<Layout> layouts =
        List.of(
            new Layout("shared files", List.of("purpose", "date"), rows -> rows.repartition(2)),
            new Layout(
                "a file an agency", List.of("purpose", "date"), rows -> byAgency(rows, AGENCIES)),
            new Layout(
                "a folder an agency",
                List.of("purpose", "date", "agency_id"),
                rows -> byAgency(rows, AGENCIES)),
            new Layout(
                BUCKETS + " buckets",
                List.of("purpose", "date", "bucket"),
                rows -> rows.repartition(BUCKETS, col("bucket"))));
    out.printf(
        "%-20s %9s %9s %9s %9s %9s %11s %11s %9s%n",
        "worst of " + RUNS,
        "files",
        "folders",
        "log KB",
        "write s",
        "open s",
        "1 agency s",
        "rewritten",
        "purge s");
    try {
      for (Layout layout : layouts) {
        new Layouts(spark, folder, reads).measure(layout, out);
      }
    } finally {
      Sizes.delete(folder);
    }
  }

  private static Dataset<Row> byAgency(Dataset<Row> rows, int agencies) {
    return rows.repartitionById(agencies, expr("cast(substring(agency_id, 8) as int)"));
  }

  private Dataset<Row> rows() {
    Column agency = pmod(col("id"), lit(AGENCIES)).cast("int");
    Column day = pmod(expr("id div " + AGENCIES), lit(DATES)).cast("int");
    return spark
        .range(reads)
        .select(
            xxhash64(col("id")).as("read_id"),
            concat(lit("agency-"), agency).as("agency_id"),
            concat(lit("cam-"), pmod(xxhash64(col("id")), lit(20))).as("camera_id"),
            pmod(xxhash64(col("id"), lit(1)), lit(2_000_000L)).as("plate_key"),
            expr("timestamp_millis(1780272000000 + id % 86400000)").as("captured_at"),
            pmod(agency, lit(BUCKETS)).as("bucket"),
            lit("criminal").as("purpose"),
            date_add(lit("2026-06-01").cast("date"), day).as("date"));
  }

  private void measure(Layout layout, PrintStream out) throws IOException {
    double[] worst = new double[4];
    long files = 0;
    long folders = 0;
    long log = 0;
    long rewritten = 0;
    for (int run = 0; run <= RUNS; run++) {
      Path table = folder.resolve(layout.name().replace(' ', '-') + run);
      Path copy = folder.resolve("copy-of-" + table.getFileName());
      double[] seconds = new double[4];
      seconds[0] =
          seconds(
              () ->
                  layout
                      .files()
                      .apply(rows())
                      .write()
                      .format("delta")
                      .partitionBy(layout.folders().toArray(String[]::new))
                      .save(table.toString()));
      files = count(table, true);
      folders = count(table, false);
      log = Sizes.of(table.resolve("_delta_log")) / 1024;
      // Delta knows nothing of a copy, as in a new process.
      Sizes.copy(table, copy);
      seconds[1] = seconds(() -> read(copy).where("date = '1970-01-01'").count());
      seconds[2] =
          seconds(
              () ->
                  read(table)
                      .where("purpose = 'criminal' and agency_id = 'agency-7'")
                      .agg(sum("plate_key"))
                      .collectAsList());
      long before = Sizes.of(table);
      seconds[3] =
          seconds(
              () ->
                  spark.sql(
                      "DELETE FROM delta.`"
                          + table
                          + "` WHERE purpose = 'criminal' AND date = '2026-06-03'"
                          + " AND agency_id = 'agency-7'"));
      rewritten = Math.max(0, Sizes.of(table) - before);
      // The first run warms up and does not count.
      for (int i = 0; run > 0 && i < worst.length; i++) {
        worst[i] = Math.max(worst[i], seconds[i]);
      }
      Sizes.delete(table);
      Sizes.delete(copy);
    }
    out.printf(
        "%-20s %,9d %,9d %,9d %9.1f %9.2f %11.2f %,11d %9.2f%n",
        layout.name(), files, folders, log, worst[0], worst[1], worst[2], rewritten, worst[3]);
    out.flush();
  }

  private Dataset<Row> read(Path table) {
    return spark.read().format("delta").load(table.toString());
  }

  private static long count(Path table, boolean files) throws IOException {
    try (Stream<Path> all = Files.walk(table)) {
      return all.filter(path -> !path.toString().contains("_delta_log"))
          .filter(
              path ->
                  files
                      ? path.toString().endsWith(".parquet")
                      : Files.isDirectory(path) && !path.equals(table))
          .count();
    }
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
