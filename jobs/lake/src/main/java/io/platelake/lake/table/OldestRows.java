package io.platelake.lake.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.platelake.lake.contract.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * The oldest rows that each agency has of a purpose, in a table partitioned by purpose. The log
 * says so, to the millisecond, and no data is read; tables of earlier releases are read.
 *
 * @param deleteAfter when the first of them must be gone, UTC; empty where the policy sets no limit
 * @param capturedAt when the first of them was captured, UTC; empty where none has an instant
 */
public record OldestRows(
    String agency, String purpose, Optional<Instant> deleteAfter, Optional<Instant> capturedAt) {

  /** In the order of agencies and purposes. */
  public static List<OldestRows> of(Lake lake, Table table) {
    Dataset<Row> files = files(lake, table);
    Dataset<Row> rows = files.where(col("agency_id").isNull()).isEmpty() ? files : lake.read(table);
    return NamedRow.all(
            rows.groupBy("agency_id", "purpose")
                .agg(
                    min("delete_after").as("delete_after"),
                    min(lake.contracts().get(table).clock()).as("captured_at"))
                .orderBy("agency_id", "purpose"))
        .stream()
        .map(
            row ->
                new OldestRows(
                    row.text("agency_id"),
                    row.text("purpose"),
                    row.findInstant("delete_after"),
                    row.findInstant("captured_at")))
        .toList();
  }

  /** One row a file; without an agency where the log does not say that all its rows are of one. */
  private static Dataset<Row> files(Lake lake, Table table) {
    String clock = lake.contracts().get(table).clock();
    StructType statistics =
        StructType.fromDDL(
            "minValues struct<agency_id: string, delete_after: string, "
                + clock
                + ": string>, maxValues struct<agency_id: string>");
    Column least = col("statistics.minValues.agency_id");
    return DeltaLog.forTable(lake.spark(), lake.path(table))
        .update(false, Option.empty(), Option.empty())
        .allFiles()
        .toDF()
        .select(
            col("partitionValues").getItem("purpose").as("purpose"),
            from_json(col("stats"), statistics, new java.util.HashMap<>()).as("statistics"))
        .select(
            col("purpose"),
            when(least.equalTo(col("statistics.maxValues.agency_id")), least).as("agency_id"),
            instant("delete_after"),
            instant(clock));
  }

  private static Column instant(String column) {
    return col("statistics.minValues." + column).cast(DataTypes.TimestampType).as(column);
  }
}
