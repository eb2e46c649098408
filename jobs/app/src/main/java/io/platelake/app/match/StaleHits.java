package io.platelake.app.match;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.platelake.core.match.AlertReason;
import io.platelake.core.match.Listing;
import io.platelake.lake.Lake;
import io.platelake.lake.Slice;
import io.platelake.lake.contract.Table;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Earlier hits of entries that are gone from the snapshot in force: the vehicle was recovered, the
 * warrant served. They stay, marked, and are alerts no more.
 *
 * <p>Reads and replaces {@code hits} of the scope's lists, on the dates that hold such hits and
 * that no purge has closed.
 */
final class StaleHits {
  private StaleHits() {}

  /** How many were marked. */
  static long mark(Lake lake, MatchScope scope) {
    Object[] lists = scope.lists().stream().map(s -> s.list()).toArray();
    Object[] closed = scope.closed().stream().map(Date::valueOf).toArray();
    Dataset<Row> listed =
        lake.read(Table.HITS, scope.rules().purpose())
            .where(col("agency_id").equalTo(scope.rules().agency()))
            .where(col("list_id").isin(lists))
            .where(col("date").isin(closed).equalTo(false));
    Dataset<Row> gone =
        listed
            .where(col("listing").equalTo(Listing.LISTED.name()))
            .select("list_id", "entry_id", "date")
            .distinct()
            .join(
                MatchJob.entries(lake, scope)
                    .select(col("list_id").as("l"), col("entry_id").as("e")),
                col("list_id").equalTo(col("l")).and(col("entry_id").equalTo(col("e"))),
                "left_anti")
            .persist();
    try {
      List<LocalDate> dates =
          gone.select("date").distinct().collectAsList().stream()
              .map(row -> row.getDate(0).toLocalDate())
              .sorted()
              .toList();
      if (dates.isEmpty()) {
        return 0;
      }
      Slice slice =
          Slice.all()
              .where("purpose", scope.rules().purpose())
              .where("agency_id", scope.rules().agency())
              .whereIn("list_id", scope.lists().stream().map(s -> s.list()).toList())
              .whereDates("date", dates);
      Object[] days = dates.stream().map(Date::valueOf).toArray();
      Dataset<Row> marked = marked(listed.where(col("date").isin(days)), gone).persist();
      try {
        long count = marked.where(col("newly")).count();
        lake.replace(Table.HITS, marked.drop("newly").coalesce(1), slice);
        return count;
      } finally {
        marked.unpersist();
      }
    } finally {
      gone.unpersist();
    }
  }

  private static Dataset<Row> marked(Dataset<Row> hits, Dataset<Row> gone) {
    Dataset<Row> entries = gone.select(col("list_id").as("l"), col("entry_id").as("e")).distinct();
    Column stale = col("e").isNotNull();
    Column alert = stale.and(col("is_alert"));
    return hits.join(
            broadcast(entries),
            col("list_id").equalTo(col("l")).and(col("entry_id").equalTo(col("e"))),
            "left")
        .withColumn("newly", stale.and(col("listing").equalTo(Listing.LISTED.name())))
        .withColumn(
            "alert_reason", when(alert, AlertReason.STALE.name()).otherwise(col("alert_reason")))
        .withColumn("is_alert", when(alert, lit(false)).otherwise(col("is_alert")))
        .withColumn("listing", when(stale, Listing.STALE.name()).otherwise(col("listing")))
        .drop("l", "e");
  }
}
