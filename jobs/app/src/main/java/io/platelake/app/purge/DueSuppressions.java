package io.platelake.app.purge;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;

import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
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
  static List<PurgePlanner.Due> find(Lake lake, Instant before) {
    LocalDate last = LocalDate.ofInstant(before, ZoneOffset.UTC);
    return lake
        .read(Table.SUPPRESSIONS)
        .where(col("date").leq(Date.valueOf(last)))
        .groupBy("date")
        .agg(sort_array(collect_set("agency_id")), count(lit(1)), min("at"))
        .orderBy("date")
        .collectAsList()
        .stream()
        .map(
            r ->
                new PurgePlanner.Due(
                    Partition.of(Table.SUPPRESSIONS, r.getDate(0).toString()),
                    r.<String>getList(1),
                    true,
                    r.getLong(2),
                    r.getTimestamp(3).toInstant(),
                    r.getDate(0).toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC)))
        .toList();
  }
}
