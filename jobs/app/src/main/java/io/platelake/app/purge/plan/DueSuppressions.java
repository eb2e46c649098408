package io.platelake.app.purge.plan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;

import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Rulings on false matches that end before the next purge could finish. Each holds a plate and is
 * in the partition of its last date.
 */
final class DueSuppressions {
  private DueSuppressions() {}

  /**
   * @param before rulings that end at this instant or earlier, UTC
   */
  static List<DuePartition> find(Lake lake, Instant before) {
    LocalDate last = LocalDate.ofInstant(before, ZoneOffset.UTC);
    return NamedRow.all(
            lake.ledger(Table.SUPPRESSIONS)
                .where(col("date").leq(Date.valueOf(last)))
                .groupBy("date")
                .agg(
                    sort_array(collect_set("agency_id")).as("agencies"),
                    count(lit(1)).as("rulings"),
                    min("at").as("oldest"))
                .orderBy("date"))
        .stream()
        .map(DueSuppressions::due)
        .toList();
  }

  private static DuePartition due(NamedRow row) {
    LocalDate date = row.date("date");
    return new DuePartition(
        Partition.of(Table.SUPPRESSIONS, date.toString()),
        row.texts("agencies"),
        true,
        row.number("rulings"),
        row.instant("oldest"),
        date.atStartOfDay().toInstant(ZoneOffset.UTC));
  }
}
