package io.platelake.app.match;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.platelake.core.list.Snapshot;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.sql.Date;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Finds the reads whose plate, or vehicle, was on a hot list of their own agency and purpose.
 *
 * <p>Reads {@code reads} (key {@code read_id}) of one purpose, and {@code hotlist_entries} (key
 * {@code snapshot_id, entry_id}) of the snapshots in force; replaces the hits (key {@code hit_id},
 * one per read and entry) of these lists in the window, in one commit; those whose entry is gone
 * stay, marked. Times are UTC. The same parameters and tables always leave the same rows; dates
 * that a purge has closed are not touched.
 */
final class MatchJob {
  private static final StructType WITHDRAWN =
      StructType.fromDDL("from_list string, taken_out bigint");

  private MatchJob() {}

  /**
   * Matches one scope; without a list in force, or with no date open, only hits are marked whose
   * entry is gone.
   *
   * @param lake serving the purpose of the scope
   * @param sourceTimes when the source made each snapshot, by its id
   */
  static MatchCounts run(
      Lake lake,
      MatchScope scope,
      Map<String, Instant> sourceTimes,
      EarlierFindings known,
      Instant asOf) {
    // First, because what is found replaces hits of the window, and those that are marked stay.
    long stale = StaleHits.mark(lake, scope, sourceTimes);
    StructType columns = lake.contracts().get(Table.HITS).schema();
    if (scope.dates().isEmpty()) {
      return MatchCounts.of(SearchResult.NOTHING, columns, 0, stale);
    }
    Dataset<Row> entries = Matching.allowed(entries(lake, scope), scope.rules());
    ListedEntries wanted = ListedEntries.of(entries, scope.rules());
    SearchResult searched =
        Matching.search(
            reads(lake, scope),
            wanted,
            scope.rules(),
            Matching.recipe(columns, scope.rules(), known, asOf));
    if (scope.lists().isEmpty()) {
      return MatchCounts.of(searched, columns, 0, stale);
    }
    lake.replace(
        Table.HITS,
        Matching.withOthers(StaleHits.marked(lake, scope), Matching.rows(lake, columns, searched)),
        scope.hits());
    return MatchCounts.of(searched, columns, scope.entries(), stale);
  }

  static Dataset<Row> reads(Lake lake, MatchScope scope) {
    return lake.read(Table.READS, scope.rules().purpose(), scope.window())
        .where(col("agency_id").equalTo(scope.rules().agency()))
        .where(col("date").isin(scope.dates().stream().map(Date::valueOf).toArray()));
  }

  /** The entries of the lists in force, without withdrawn entries. */
  static Dataset<Row> entries(Lake lake, MatchScope scope) {
    Object[] withLetterOAsZero =
        scope.lists().stream().filter(Snapshot::letterOAsZero).map(Snapshot::id).toArray();
    Dataset<Row> entries =
        lake.read(Table.HOTLIST_ENTRIES)
            .where(col("snapshot_id").isin(scope.snapshotIds().toArray()))
            .where(col("agency_id").equalTo(scope.rules().agency()))
            .where(col("purpose").equalTo(scope.rules().purpose()))
            .withColumn("letter_o_as_zero", col("snapshot_id").isin(withLetterOAsZero));
    List<Row> withdrawn =
        scope.withdrawn().entrySet().stream()
            .flatMap(list -> list.getValue().stream().map(e -> RowFactory.create(list.getKey(), e)))
            .toList();
    // As rows and not as literals: plans and their logs show literals.
    return withdrawn.isEmpty()
        ? entries
        : entries.join(
            broadcast(lake.spark().createDataFrame(withdrawn, WITHDRAWN)),
            col("list_id").equalTo(col("from_list")).and(col("entry_id").equalTo(col("taken_out"))),
            "left_anti");
  }
}
