package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.platelake.app.hotlist.Snapshot;
import io.platelake.core.match.Listing;
import io.platelake.lake.Lake;
import io.platelake.lake.Slice;
import io.platelake.lake.contract.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Earlier hits of entries that are gone from the snapshot in force: the vehicle was recovered, the
 * warrant served. They stay, marked; that they were alerts when they were found stays true, and
 * reports count them.
 *
 * <p>Reads and replaces {@code hits} of the scope's lists, on the dates that hold such hits and
 * that no purge has closed.
 */
final class StaleHits {
  private StaleHits() {}

  /** How many were marked. */
  static long mark(Lake lake, MatchScope scope, WantedPlates wanted) {
    List<String> lists = scope.lists().stream().map(Snapshot::list).toList();
    Dataset<Row> hits =
        lake.read(Table.HITS, scope.rules().purpose())
            .where(col("agency_id").equalTo(scope.rules().agency()))
            .where(col("list_id").isin(lists.toArray()));
    long[] standing = wanted.sortedIds();
    Set<Long> gone = new HashSet<>();
    Set<LocalDate> dates = new TreeSet<>();
    Timestamp from = Timestamp.from(scope.window().from());
    Timestamp to = Timestamp.from(scope.window().to());
    for (Row hit :
        // Those of the window are about to be found anew.
        hits.where(col("captured_at").lt(from).or(col("captured_at").geq(to)))
            .where(col("listing").equalTo(Listing.LISTED.name()))
            .select("entry_id", "date")
            .distinct()
            .collectAsList()) {
      LocalDate date = hit.getDate(1).toLocalDate();
      if (!scope.closed().contains(date) && Arrays.binarySearch(standing, hit.getLong(0)) < 0) {
        gone.add(hit.getLong(0));
        dates.add(date);
      }
    }
    if (dates.isEmpty()) {
      return 0;
    }
    Slice slice =
        Slice.all()
            .where("purpose", scope.rules().purpose())
            .where("agency_id", scope.rules().agency())
            .whereIn("list_id", lists)
            .whereDates("date", List.copyOf(dates));
    Object[] days = dates.stream().map(Date::valueOf).toArray();
    Dataset<Row> marked = marked(hits.where(col("date").isin(days)), gone).persist();
    try {
      long count = marked.where(col("newly")).count();
      lake.replace(Table.HITS, marked.drop("newly").coalesce(1), slice);
      return count;
    } finally {
      marked.unpersist();
    }
  }

  private static Dataset<Row> marked(Dataset<Row> hits, Set<Long> gone) {
    Column stale = col("entry_id").isin(gone.toArray());
    return hits.withColumn("newly", stale.and(col("listing").equalTo(Listing.LISTED.name())))
        .withColumn("listing", when(stale, Listing.STALE.name()).otherwise(col("listing")));
  }
}
