package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.hotlist.Snapshot;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.sql.Date;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Finds the reads whose plate, or vehicle, was on a hot list of their own agency and purpose.
 *
 * <p>Reads {@code reads} (key {@code read_id}) of one purpose, and {@code hotlist_entries} (key
 * {@code snapshot_id, entry_id}) of the snapshots in force; replaces the hits (key {@code hit_id},
 * one per read and entry) of these lists in the window, in one commit. Times are UTC. The same
 * parameters and tables always leave the same rows; dates that a purge has closed are not touched.
 */
final class MatchJob {
  private MatchJob() {}

  /**
   * Matches one scope; without a list in force, or with no date open, nothing is written.
   *
   * @param lake serving the purpose of the scope
   * @param sourceTimes when the source made each snapshot, by its id
   */
  static Tally run(
      Lake lake,
      MatchScope scope,
      Map<String, Instant> sourceTimes,
      Knowledge known,
      Instant asOf) {
    if (scope.dates().isEmpty()) {
      return Tally.NONE;
    }
    Dataset<Row> entries = Matching.allowed(entries(lake, scope), scope.rules());
    WantedPlates wanted = WantedPlates.of(entries, scope.rules());
    StructType columns = lake.contracts().get(Table.HITS).schema();
    Searched searched =
        Matching.search(
            reads(lake, scope),
            wanted,
            scope.rules(),
            Matching.recipe(columns, scope.rules(), known, asOf));
    if (scope.lists().isEmpty()) {
      return Tally.of(searched, columns, 0, 0);
    }
    // First, because both start from the state of the table, and a commit makes a new one.
    long stale = StaleHits.mark(lake, scope, sourceTimes);
    lake.replace(Table.HITS, Matching.rows(lake, columns, searched), scope.hits());
    return Tally.of(searched, columns, scope.entries(), stale);
  }

  static Dataset<Row> reads(Lake lake, MatchScope scope) {
    return lake.read(Table.READS, scope.rules().purpose(), scope.window())
        .where(col("agency_id").equalTo(scope.rules().agency()))
        .where(col("date").isin(scope.dates().stream().map(Date::valueOf).toArray()));
  }

  static Dataset<Row> entries(Lake lake, MatchScope scope) {
    Object[] withLetterOAsZero =
        scope.lists().stream().filter(Snapshot::letterOAsZero).map(Snapshot::id).toArray();
    return lake.read(Table.HOTLIST_ENTRIES)
        .where(col("snapshot_id").isin(scope.snapshotIds().toArray()))
        .where(col("agency_id").equalTo(scope.rules().agency()))
        .where(col("purpose").equalTo(scope.rules().purpose()))
        .withColumn("letter_o_as_zero", col("snapshot_id").isin(withLetterOAsZero));
  }
}
