package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.platelake.app.hotlist.Snapshot;
import io.platelake.core.match.PlateTier;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the reads whose plate was on a hot list of their own agency and purpose.
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
   */
  static Tally run(Lake lake, MatchScope scope, Scoring scoring, Instant asOf) {
    if (scope.dates().isEmpty()) {
      return Tally.NONE;
    }
    Dataset<Row> reads = reads(lake, scope);
    Row read =
        reads
            .agg(
                count(lit(1)),
                count_if(col("plate_key").isNull()),
                count_if(
                    col("plate_key")
                        .isNotNull()
                        .and(col("delete_after").leq(Timestamp.from(asOf)))))
            .first();
    if (scope.lists().isEmpty()) {
      return new Tally(read.getLong(0), read.getLong(1), read.getLong(2), 0, 0, 0, 0, 0, 0);
    }
    Dataset<Row> hits =
        Matching.hits(reads, entries(lake, scope), scope.rules(), scoring, asOf).persist();
    try {
      // A night has few hits; without this, every task of the join would leave a small file a date.
      lake.replace(Table.HITS, hits.coalesce(1), scope.hits());
      Row hit =
          hits.agg(
                  count_if(col("tier").equalTo(PlateTier.EXACT.name())),
                  count_if(col("tier").equalTo(PlateTier.EQUIVALENT.name())),
                  count_if(col("tier").equalTo(PlateTier.NEAR.name())),
                  count_if(col("is_alert")))
              .first();
      return new Tally(
          read.getLong(0),
          read.getLong(1),
          read.getLong(2),
          scope.entries(),
          hit.getLong(0),
          hit.getLong(1),
          hit.getLong(2),
          hit.getLong(3),
          StaleHits.mark(lake, scope));
    } finally {
      hits.unpersist();
    }
  }

  private static Dataset<Row> reads(Lake lake, MatchScope scope) {
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
