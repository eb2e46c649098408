package io.platelake.app.pass;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.platelake.app.ledger.site.CorrectedReads;
import io.platelake.core.pass.ParkedRule;
import io.platelake.core.pass.PassRule;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Takes the reads of one vehicle passing one camera together.
 *
 * <p>Reads {@code reads} (key {@code read_id}) of one purpose; replaces the rows of {@code passes}
 * (key {@code pass_id}) of its agency on these UTC dates, in one commit. The reads stay as they
 * are; those without a plate, and those that a better reading has replaced, are in no pass, and
 * those that must be gone serve nothing any more. The same reads always leave the same rows; dates
 * that a purge has closed are not touched.
 */
final class PassJob {
  private PassJob() {}

  /**
   * @param lake serving the purpose of the scope
   */
  static PassCounts run(Lake lake, PassScope scope, Instant asOf) {
    if (scope.dates().isEmpty()) {
      return PassCounts.NONE;
    }
    Dataset<Row> reads = CorrectedReads.without(mine(lake, Table.READS, scope));
    Column kept = col("delete_after").isNull().or(col("delete_after").gt(Timestamp.from(asOf)));
    NamedRow found =
        NamedRow.only(
            reads.agg(
                count(lit(1)).as("reads"),
                count_if(col("plate_key").isNull()).as("without_plate"),
                count_if(col("plate_key").isNotNull().and(functions.not(kept))).as("expired")));
    // Without reads and without passes of before there is nothing to say, so no commit.
    if (found.number("reads") == 0 && mine(lake, Table.PASSES, scope).isEmpty()) {
      return PassCounts.NONE;
    }
    Dataset<Row> rows =
        passes(reads.where(col("plate_key").isNotNull().and(kept)), scope)
            .withColumn("agency_id", lit(scope.agency()))
            .withColumn("purpose", lit(scope.purpose()))
            .withColumn("policy_version", lit(scope.policyVersion()))
            .withColumn("computed_at", lit(Timestamp.from(asOf)));
    lake.replace(Table.PASSES, rows, scope.passes());
    return tally(found, mine(lake, Table.PASSES, scope));
  }

  /** A camera's date is one group, all of it in one task. */
  static Dataset<Row> passes(Dataset<Row> reads, PassScope scope) {
    PassRows rows = new PassRows(PassRule.of(scope.classes()), ParkedRule.DEFAULT);
    return reads
        .select(PassRows.READ.stream().map(functions::col).toArray(Column[]::new))
        .repartition(col("date"), col("camera_id"))
        .sortWithinPartitions("date", "camera_id")
        .mapPartitions(rows, Encoders.row(PassRows.SCHEMA));
  }

  private static PassCounts tally(NamedRow found, Dataset<Row> passes) {
    Column isStanding = col("standing").isNotNull();
    NamedRow made =
        NamedRow.only(
            passes.agg(
                count(lit(1)).as("passes"),
                sum("reads").as("reads_in_passes"),
                count_if(isStanding).as("standing"),
                sum(when(isStanding, col("reads"))).as("reads_standing"),
                countDistinct(when(isStanding, col("date")), col("camera_id"), col("fold_key"))
                    .as("plates")));
    return new PassCounts(
        found.number("reads"),
        found.number("without_plate"),
        found.number("expired"),
        made.number("passes"),
        made.findNumber("reads_in_passes").orElse(0L),
        made.number("standing"),
        made.findNumber("reads_standing").orElse(0L),
        made.number("plates"));
  }

  private static Dataset<Row> mine(Lake lake, Table table, PassScope scope) {
    return lake.read(table, scope.purpose())
        .where(col("agency_id").equalTo(scope.agency()))
        .where(col("date").isin(scope.dates().stream().map(Date::valueOf).toArray()));
  }
}
