package io.platelake.app.pass;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.platelake.app.ledger.purge.OpenDates;
import io.platelake.app.ledger.site.CorrectedReads;
import io.platelake.core.pass.ParkedRule;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.AgencyFiles;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Takes the reads of one vehicle passing one camera together.
 *
 * <p>Reads {@code reads} (key {@code read_id}) of one purpose, of all agencies in one look;
 * replaces the rows of {@code passes} (key {@code pass_id}) on their open UTC dates, in one commit.
 * The reads stay as they are; those without a plate, and those that a better reading has replaced,
 * are in no pass, and those that must be gone serve nothing any more. The same reads always leave
 * the same rows; dates that a purge has closed are not touched.
 */
final class PassJob {
  /** Fewer reads are not worth a file of their own. */
  private static final long READS_A_TASK = 200_000;

  private PassJob() {}

  /**
   * @param lake serving the purpose of the scope
   * @return by agency, of those that have reads on these dates, or had passes
   */
  static Map<String, PassCounts> run(Lake lake, PassScope scope, Instant asOf) {
    if (scope.open().agencies().isEmpty()) {
      return Map.of();
    }
    Dataset<Row> reads = CorrectedReads.without(mine(lake, Table.READS, scope.open()));
    Column kept = col("delete_after").isNull().or(col("delete_after").gt(Timestamp.from(asOf)));
    Map<String, NamedRow> found =
        byAgency(
            reads
                .groupBy("agency_id")
                .agg(
                    count(lit(1)).as("reads"),
                    count_if(col("plate_key").isNull()).as("without_plate"),
                    count_if(col("plate_key").isNotNull().and(functions.not(kept))).as("expired")));
    Set<String> agencies = new TreeSet<>(found.keySet());
    NamedRow.all(mine(lake, Table.PASSES, scope.open()).select("agency_id").distinct())
        .forEach(row -> agencies.add(row.text("agency_id")));
    // Without reads and without passes of before there is nothing to say, so no commit.
    if (agencies.isEmpty()) {
      return Map.of();
    }
    Map<String, Integer> tasks = new TreeMap<>();
    agencies.forEach(agency -> tasks.put(agency, tasks(lake, found.get(agency))));
    Dataset<Row> rows =
        passes(reads.where(col("plate_key").isNotNull().and(kept)), scope, tasks)
            .withColumn("purpose", lit(scope.purpose()))
            .withColumn("computed_at", lit(Timestamp.from(asOf)));
    OpenDates replaced = scope.open().only(agencies);
    lake.replace(Table.PASSES, rows, replaced.slice());
    Map<String, NamedRow> made = byAgency(counted(mine(lake, Table.PASSES, replaced)));
    Map<String, PassCounts> counts = new TreeMap<>();
    agencies.forEach(agency -> counts.put(agency, tally(found.get(agency), made.get(agency))));
    return counts;
  }

  private static int tasks(Lake lake, NamedRow found) {
    long reads = found == null ? 0 : found.number("reads");
    long most = 2L * lake.spark().sparkContext().defaultParallelism();
    return (int) Math.max(1, Math.min(most, reads / READS_A_TASK));
  }

  /**
   * A camera's date is one group, all of it in one task; no task has two agencies.
   *
   * @param tasks how many each agency gets
   */
  static Dataset<Row> passes(Dataset<Row> reads, PassScope scope, Map<String, Integer> tasks) {
    Dataset<Row> columns =
        reads.select(PassRows.READ.stream().map(functions::col).toArray(Column[]::new));
    return AgencyFiles.split(columns, tasks, functions.hash(col("date"), col("camera_id")))
        .sortWithinPartitions("agency_id", "date", "camera_id")
        .mapPartitions(
            new PassRows(scope.policies(), ParkedRule.DEFAULT), Encoders.row(PassRows.SCHEMA));
  }

  private static Dataset<Row> counted(Dataset<Row> passes) {
    Column isStanding = col("standing").isNotNull();
    return passes
        .groupBy("agency_id")
        .agg(
            count(lit(1)).as("passes"),
            sum("reads").as("reads_in_passes"),
            count_if(isStanding).as("standing"),
            sum(when(isStanding, col("reads"))).as("reads_standing"),
            countDistinct(when(isStanding, col("date")), col("camera_id"), col("fold_key"))
                .as("plates"));
  }

  private static Map<String, NamedRow> byAgency(Dataset<Row> rows) {
    Map<String, NamedRow> byAgency = new TreeMap<>();
    NamedRow.all(rows).forEach(row -> byAgency.put(row.text("agency_id"), row));
    return byAgency;
  }

  /**
   * @param found null for an agency without reads
   * @param made null for an agency without passes
   */
  private static PassCounts tally(NamedRow found, NamedRow made) {
    return new PassCounts(
        number(found, "reads"),
        number(found, "without_plate"),
        number(found, "expired"),
        number(made, "passes"),
        number(made, "reads_in_passes"),
        number(made, "standing"),
        number(made, "reads_standing"),
        number(made, "plates"));
  }

  private static long number(NamedRow row, String column) {
    return row == null ? 0 : row.findNumber(column).orElse(0L);
  }

  private static Dataset<Row> mine(Lake lake, Table table, OpenDates dates) {
    return lake.read(table, dates.purpose()).where(dates.holds());
  }
}
