package io.platelake.app.match;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.platelake.app.ledger.purge.OpenDates;
import io.platelake.app.ledger.site.CorrectedReads;
import io.platelake.core.match.rule.AlertReason;
import io.platelake.core.match.rule.Listing;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.AgencyFiles;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The hits of one purpose in {@code hits}: nothing else writes them. Every write replaces a slice
 * of some agencies and dates in one commit, so a run that starts again leaves the same hits.
 *
 * @param lake serving the purpose
 */
record HitTable(Lake lake, MatchGroup group) {
  private static final StructType ENTRY = StructType.fromDDL("a string, s string, e bigint");

  /** A hit that a person has ruled out. */
  static final Column RULED_OUT = col("alert_reason").equalTo(AlertReason.SUPPRESSED.name());

  private static final Column LIST = concat(col("agency_id"), lit("/"), col("list_id"));

  StructType columns() {
    return lake.contracts().get(Table.HITS).schema();
  }

  /** All hits of the purpose. */
  Dataset<Row> stored() {
    return lake.read(Table.HITS, group.purpose());
  }

  /** Of these lists, each as {@code agency/list}. */
  static Column isOf(Object[] lists) {
    return LIST.isin(lists);
  }

  /**
   * Marks hits whose entry is gone, and returns by agency how many were not marked before. They
   * stay: that they were alerts when they were found stays true, and reports count them.
   */
  Map<String, Long> mark(List<StaleHits.Gone> gone) {
    if (gone.isEmpty()) {
      return Map.of();
    }
    Map<String, Set<LocalDate>> dates = new TreeMap<>();
    gone.forEach(g -> dates.computeIfAbsent(g.agency(), a -> new TreeSet<>()).add(g.date()));
    OpenDates touched = OpenDates.of(group.purpose(), dates);
    Dataset<Row> marked = marking(of(touched), gone).persist();
    try {
      Map<String, Long> newly = new TreeMap<>();
      NamedRow.all(marked.where(col("newly")).groupBy("agency_id").count())
          .forEach(row -> newly.put(row.text("agency_id"), row.number("count")));
      replace(marked.drop("newly"), touched);
      return newly;
    } finally {
      marked.unpersist();
    }
  }

  /**
   * These hits, of which an alert that a person ruled out later remains an alert. It has been
   * shown, and reports count it. A ruling covers only the hits that are found after it.
   */
  FoundHits keepAlerts(Dataset<Row> hits) {
    FoundHits found = FoundHits.of(hits);
    if (found.suppressed() == 0) {
      return found;
    }
    Dataset<Row> alerts =
        of(dates(hits.where(RULED_OUT)))
            .where(isOf(group.listsInForce()))
            .where(col("is_alert"))
            .select(col("hit_id").as("shown"));
    return FoundHits.of(
        hits.join(broadcast(alerts), col("hit_id").equalTo(col("shown")), "left")
            .withColumn("is_alert", col("is_alert").or(RULED_OUT.and(col("shown").isNotNull())))
            .drop("shown"));
  }

  private OpenDates dates(Dataset<Row> hits) {
    Map<String, Set<LocalDate>> dates = new TreeMap<>();
    NamedRow.all(hits.select("agency_id", "date").distinct())
        .forEach(
            row ->
                dates
                    .computeIfAbsent(row.text("agency_id"), a -> new TreeSet<>())
                    .add(row.date("date")));
    return OpenDates.of(group.purpose(), dates);
  }

  /**
   * Replaces the hits of the window by these. Of earlier ones those stay that are marked, and those
   * of a read that a better reading has replaced: that they were alerts stays true. Those of a list
   * that is too old to be used stay too: this run says nothing about them.
   *
   * @param replaced ids of such reads
   */
  void replaceWindow(FoundHits found, long[] replaced) {
    MatchGroup searched = group.only(scope -> !scope.lists().isEmpty());
    OpenDates open = searched.open();
    Set<String> touched = new TreeSet<>(found.agencies());
    NamedRow.all(of(open).select("agency_id").distinct())
        .forEach(row -> touched.add(row.text("agency_id")));
    OpenDates own = open.only(touched);
    if (own.agencies().isEmpty()) {
      return;
    }
    Column judged =
        isOf(searched.listsInForce())
            .and(col("captured_at").geq(Timestamp.from(group.window().from())))
            .and(col("captured_at").lt(Timestamp.from(group.window().to())));
    Dataset<Row> standing =
        CorrectedReads.orThese(
            of(own), replaced, not(judged).or(col("listing").equalTo(Listing.STALE.name())));
    replace(withOthers(standing, found.rows()), own);
  }

  /**
   * Adds hits to those of their dates. A hit that was there already, of an entry that says
   * something new, becomes what it is found to be now.
   */
  void add(Dataset<Row> found) {
    OpenDates own = dates(found);
    if (!own.agencies().isEmpty()) {
      replace(withOthers(of(own), found), own);
    }
  }

  private Dataset<Row> of(OpenDates dates) {
    return stored().where(dates.holds());
  }

  /** A night has few hits: one task an agency writes one file a date. */
  private void replace(Dataset<Row> rows, OpenDates own) {
    lake.replace(Table.HITS, AgencyFiles.split(rows, own.agencies()), own.slice());
  }

  /** These hits, and of others those that are not among them. */
  private static Dataset<Row> withOthers(Dataset<Row> others, Dataset<Row> hits) {
    return others
        .as("others")
        .join(
            hits.select(col("hit_id").as("found")),
            col("others.hit_id").equalTo(col("found")),
            "left_anti")
        .unionByName(hits);
  }

  private Dataset<Row> marking(Dataset<Row> hits, List<StaleHits.Gone> gone) {
    List<Row> entries =
        gone.stream()
            .map(g -> RowFactory.create(g.agency(), g.snapshot(), g.entry()))
            .distinct()
            .toList();
    Dataset<Row> stale = lake.spark().createDataFrame(entries, ENTRY);
    Column same =
        col("agency_id")
            .equalTo(col("a"))
            .and(col("snapshot_id").equalTo(col("s")))
            .and(col("entry_id").equalTo(col("e")));
    return hits.join(broadcast(stale), same, "left")
        .withColumn(
            "newly", col("e").isNotNull().and(col("listing").equalTo(Listing.LISTED.name())))
        .withColumn(
            "listing", when(col("e").isNotNull(), Listing.STALE.name()).otherwise(col("listing")))
        .drop("a", "s", "e");
  }
}
