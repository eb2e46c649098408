package io.platelake.app.match;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.platelake.app.ledger.site.CorrectedReads;
import io.platelake.core.list.Snapshot;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Reads and entries of the scopes of one purpose.
 *
 * @param lake serving the purpose
 * @param replaced ids of reads of the window that a better reading has replaced, in order
 */
record MatchInput(Lake lake, MatchGroup group, long[] replaced) {
  private static final StructType WITHDRAWN =
      StructType.fromDDL("of_agency string, from_list string, taken_out bigint");

  static MatchInput of(Lake lake, MatchGroup group) {
    return new MatchInput(lake, group, CorrectedReads.ids(stored(lake, group)));
  }

  /** Reads of the window that nothing has replaced, on the dates that no purge has closed. */
  Dataset<Row> reads(MatchGroup of) {
    return CorrectedReads.without(stored(lake, of), replaced);
  }

  private static Dataset<Row> stored(Lake lake, MatchGroup group) {
    return lake.read(Table.READS, group.purpose(), group.window()).where(group.open().holds());
  }

  /**
   * The same reads, replaced ones among them, by date alone where the window has whole dates. The
   * instants take much space and are not read then.
   */
  Dataset<Row> retainedReads(MatchGroup of) {
    Window window = of.window();
    Dataset<Row> dated = lake.read(Table.READS, of.purpose()).where(of.open().holds());
    Column within =
        col("captured_at")
            .geq(Timestamp.from(window.from()))
            .and(col("captured_at").lt(Timestamp.from(window.to())));
    return window.isOfWholeDates() ? dated : dated.where(within);
  }

  /** What the lists in force say, without withdrawn entries. */
  Dataset<Row> entries() {
    Dataset<Row> entries =
        entries(group.lists())
            .where(col("agency_id").isin(group.agencies().toArray()))
            .where(col("purpose").equalTo(group.purpose()));
    List<Row> withdrawn = new ArrayList<>();
    group
        .scopes()
        .forEach(
            (agency, scope) ->
                scope
                    .withdrawn()
                    .forEach(
                        (list, ids) ->
                            ids.forEach(id -> withdrawn.add(RowFactory.create(agency, list, id)))));
    // As rows and not as literals: plans and their logs show literals.
    return withdrawn.isEmpty()
        ? entries
        : entries.join(
            broadcast(lake.spark().createDataFrame(withdrawn, WITHDRAWN)),
            col("agency_id")
                .equalTo(col("of_agency"))
                .and(col("list_id").equalTo(col("from_list")))
                .and(col("entry_id").equalTo(col("taken_out"))),
            "left_anti");
  }

  /** The entries of snapshots, with {@code letter_o_as_zero} of their list as one more column. */
  Dataset<Row> entries(Collection<Snapshot> snapshots) {
    Object[] ids = snapshots.stream().map(Snapshot::id).toArray();
    Object[] withLetterOAsZero =
        snapshots.stream().filter(Snapshot::letterOAsZero).map(Snapshot::id).toArray();
    return lake.read(Table.HOTLIST_ENTRIES)
        .where(col("snapshot_id").isin(ids))
        .withColumn("letter_o_as_zero", col("snapshot_id").isin(withLetterOAsZero));
  }
}
