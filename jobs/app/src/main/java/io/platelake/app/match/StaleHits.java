package io.platelake.app.match;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.platelake.core.match.rule.Listing;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Slice;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Earlier hits of entries that are gone from the snapshot in force, or that a person took out: the
 * vehicle was recovered, the warrant served. They stay, marked; that they were alerts when they
 * were found stays true, and reports count them.
 *
 * <p>Reads and replaces {@code hits} of the scope's lists, on the dates that hold such hits, in the
 * window or before it, and that no purge has closed.
 */
final class StaleHits {
  private StaleHits() {}

  private static final StructType ENTRY = StructType.fromDDL("snapshot_id string, entry_id bigint");

  /**
   * How many were marked.
   *
   * @param sourceTimes when the source made each snapshot, by its id
   */
  static long mark(Lake lake, MatchScope scope, Map<String, Instant> sourceTimes) {
    Set<String> lists = new TreeSet<>(scope.listIds());
    lists.addAll(scope.withdrawn().keySet());
    if (lists.isEmpty()) {
      return 0;
    }
    Dataset<Row> hits = of(lake, scope).where(col("list_id").isin(lists.toArray()));
    List<Row> gone = new ArrayList<>();
    Set<LocalDate> dates = new TreeSet<>();
    for (Row hit : notInForce(lake, scope, hits)) {
      LocalDate date = hit.getDate(2).toLocalDate();
      if (!scope.closed().contains(date) && isStale(hit, scope, sourceTimes)) {
        gone.add(hit);
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
            .whereIn("list_id", List.copyOf(lists))
            .whereDates("date", List.copyOf(dates));
    Object[] days = dates.stream().map(Date::valueOf).toArray();
    Dataset<Row> marked = marked(lake, hits.where(col("date").isin(days)), gone).persist();
    try {
      long count = marked.where(col("newly")).count();
      lake.replace(Table.HITS, marked.drop("newly").coalesce(1), slice);
      return count;
    } finally {
      marked.unpersist();
    }
  }

  /** Those of the scope's lists and window that are marked. */
  static Dataset<Row> marked(Lake lake, MatchScope scope) {
    return of(lake, scope)
        .where(col("list_id").isin(scope.listIds().toArray()))
        .where(col("date").isin(scope.dates().stream().map(Date::valueOf).toArray()))
        .where(col("captured_at").geq(Timestamp.from(scope.window().from())))
        .where(col("captured_at").lt(Timestamp.from(scope.window().to())))
        .where(col("listing").equalTo(Listing.STALE.name()));
  }

  private static Dataset<Row> of(Lake lake, MatchScope scope) {
    return lake.read(Table.HITS, scope.rules().purpose())
        .where(col("agency_id").equalTo(scope.rules().agency()));
  }

  /** Snapshot, entry, date and list of listed hits whose entry the lists in force lack. */
  private static List<Row> notInForce(Lake lake, MatchScope scope, Dataset<Row> hits) {
    Object[] inForce = scope.snapshotIds().toArray();
    Object[] shortened = scope.withdrawn().keySet().toArray();
    // Nearly all hits of a snapshot in force need no look: it holds their entries.
    Dataset<Row> listed =
        hits.where(col("listing").equalTo(Listing.LISTED.name()))
            .where(
                col("snapshot_id").isin(inForce).equalTo(false).or(col("list_id").isin(shortened)))
            .select("snapshot_id", "entry_id", "date", "list_id")
            .distinct();
    if (listed.isEmpty()) {
      return List.of();
    }
    // Whatever the policy now makes of its category: the source still lists it.
    Dataset<Row> standing = MatchJob.entries(lake, scope).select(col("entry_id").as("standing"));
    return listed
        .join(standing, col("entry_id").equalTo(col("standing")), "left_anti")
        .collectAsList();
  }

  private static boolean isStale(Row hit, MatchScope scope, Map<String, Instant> sourceTimes) {
    String list = hit.getString(3);
    if (scope.withdrawn().getOrDefault(list, Set.of()).contains(hit.getLong(1))) {
      return true;
    }
    Instant matched = sourceTimes.getOrDefault(hit.getString(0), Instant.EPOCH);
    return scope.lists().stream()
        .filter(s -> s.list().equals(list))
        .anyMatch(s -> Listing.of(matched, s.sourceTime(), false) == Listing.STALE);
  }

  private static Dataset<Row> marked(Lake lake, Dataset<Row> hits, List<Row> gone) {
    List<Row> entries =
        gone.stream().map(r -> RowFactory.create(r.getString(0), r.getLong(1))).distinct().toList();
    Dataset<Row> stale =
        lake.spark()
            .createDataFrame(entries, ENTRY)
            .select(col("snapshot_id").as("s"), col("entry_id").as("e"));
    Column same = col("snapshot_id").equalTo(col("s")).and(col("entry_id").equalTo(col("e")));
    return hits.join(broadcast(stale), same, "left")
        .withColumn(
            "newly", col("e").isNotNull().and(col("listing").equalTo(Listing.LISTED.name())))
        .withColumn(
            "listing", when(col("e").isNotNull(), Listing.STALE.name()).otherwise(col("listing")))
        .drop("s", "e");
  }
}
