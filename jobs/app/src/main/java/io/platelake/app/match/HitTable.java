package io.platelake.app.match;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.platelake.app.ledger.site.CorrectedReads;
import io.platelake.core.match.rule.AlertReason;
import io.platelake.core.match.rule.Listing;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Slice;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The hits of one scope in {@code hits}: nothing else writes them. Every write replaces a slice in
 * one commit, so a run that starts again leaves the same hits.
 *
 * @param lake serving the purpose of the scope
 */
record HitTable(Lake lake, MatchScope scope) {
  private static final StructType ENTRY = StructType.fromDDL("s string, e bigint");

  StructType columns() {
    return lake.contracts().get(Table.HITS).schema();
  }

  /** All hits of the agency and purpose. */
  Dataset<Row> stored() {
    return lake.read(Table.HITS, scope.rules().purpose())
        .where(col("agency_id").equalTo(scope.rules().agency()));
  }

  /**
   * Marks hits whose entry is gone, and returns how many were not marked before. They stay: that
   * they were alerts when they were found stays true, and reports count them.
   */
  long mark(List<StaleHits.Gone> gone) {
    if (gone.isEmpty()) {
      return 0;
    }
    List<LocalDate> dates = gone.stream().map(StaleHits.Gone::date).distinct().sorted().toList();
    List<String> lists = scope.touchedLists();
    Dataset<Row> marked = marking(of(lists, dates), gone).persist();
    try {
      long count = marked.where(col("newly")).count();
      lake.replace(Table.HITS, marked.drop("newly").coalesce(1), slice(lists, dates));
      return count;
    } finally {
      marked.unpersist();
    }
  }

  /**
   * Changes these hits in place: an alert that a person ruled out later remains an alert. It has
   * been shown, and reports count it. A ruling covers only the hits that are found after it.
   */
  SearchResult keepAlerts(SearchResult found) {
    StructType columns = columns();
    int reason = columns.fieldIndex("alert_reason");
    int date = columns.fieldIndex("date");
    UTF8String suppressed = UTF8String.fromString(AlertReason.SUPPRESSED.name());
    List<InternalRow> ruledOut =
        found.hits().stream().filter(hit -> hit.getUTF8String(reason).equals(suppressed)).toList();
    if (ruledOut.isEmpty()) {
      return found;
    }
    Set<LocalDate> dates =
        ruledOut.stream()
            .map(hit -> LocalDate.ofEpochDay(hit.getInt(date)))
            .collect(Collectors.toSet());
    Set<Long> alerts =
        NamedRow.all(of(scope.listIds(), dates).where(col("is_alert")).select("hit_id")).stream()
            .map(hit -> hit.number("hit_id"))
            .collect(Collectors.toSet());
    ruledOut.stream()
        .filter(hit -> alerts.contains(hit.getLong(columns.fieldIndex("hit_id"))))
        .forEach(hit -> hit.update(columns.fieldIndex("is_alert"), true));
    return found;
  }

  /**
   * Replaces the hits of the window by these. Of earlier ones those stay that are marked, and those
   * of a read that a better reading has replaced: that they were alerts stays true.
   *
   * @param replaced ids of such reads
   */
  void replaceWindow(SearchResult found, long[] replaced) {
    Dataset<Row> earlier =
        of(scope.listIds(), scope.dates())
            .where(col("captured_at").geq(Timestamp.from(scope.window().from())))
            .where(col("captured_at").lt(Timestamp.from(scope.window().to())));
    Dataset<Row> standing =
        CorrectedReads.orThese(earlier, replaced, col("listing").equalTo(Listing.STALE.name()));
    lake.replace(Table.HITS, withOthers(standing, rows(found)), scope.hits());
  }

  /**
   * Adds hits to those of their dates. A hit that was there already, of an entry that says
   * something new, becomes what it is found to be now.
   */
  void add(SearchResult found) {
    if (found.hits().isEmpty()) {
      return;
    }
    int date = columns().fieldIndex("date");
    List<LocalDate> dates =
        found.hits().stream()
            .map(hit -> LocalDate.ofEpochDay(hit.getInt(date)))
            .distinct()
            .sorted()
            .toList();
    lake.replace(
        Table.HITS,
        withOthers(of(scope.listIds(), dates), rows(found)),
        slice(scope.listIds(), dates));
  }

  private Dataset<Row> of(List<String> lists, Collection<LocalDate> dates) {
    return stored()
        .where(col("list_id").isin(lists.toArray()))
        .where(col("date").isin(dates.stream().map(Date::valueOf).toArray()));
  }

  private Slice slice(List<String> lists, List<LocalDate> dates) {
    return Slice.all()
        .where("purpose", scope.rules().purpose())
        .where("agency_id", scope.rules().agency())
        .whereIn("list_id", lists)
        .whereDates("date", dates);
  }

  private Dataset<Row> rows(SearchResult found) {
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    // A night has few hits: one task writes one file a date.
    return lake.rows(columns(), executors.parallelize(found.hits(), 1));
  }

  /** These hits, and of others those that are not among them. */
  private static Dataset<Row> withOthers(Dataset<Row> others, Dataset<Row> hits) {
    return others
        .as("others")
        .join(
            hits.select(col("hit_id").as("found")),
            col("others.hit_id").equalTo(col("found")),
            "left_anti")
        .unionByName(hits)
        .coalesce(1);
  }

  private Dataset<Row> marking(Dataset<Row> hits, List<StaleHits.Gone> gone) {
    List<Row> entries =
        gone.stream().map(g -> RowFactory.create(g.snapshot(), g.entry())).distinct().toList();
    Dataset<Row> stale = lake.spark().createDataFrame(entries, ENTRY);
    Column same = col("snapshot_id").equalTo(col("s")).and(col("entry_id").equalTo(col("e")));
    return hits.join(broadcast(stale), same, "left")
        .withColumn(
            "newly", col("e").isNotNull().and(col("listing").equalTo(Listing.LISTED.name())))
        .withColumn(
            "listing", when(col("e").isNotNull(), Listing.STALE.name()).otherwise(col("listing")))
        .drop("s", "e");
  }
}
