package io.platelake.app.match;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.platelake.app.ledger.site.CorrectedReads;
import io.platelake.core.list.Snapshot;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Reads and entries of one scope.
 *
 * @param lake serving the purpose of the scope
 * @param replaced ids of reads of the window that a better reading has replaced, in order
 */
record MatchInput(Lake lake, MatchScope scope, long[] replaced) {
  private static final StructType WITHDRAWN =
      StructType.fromDDL("from_list string, taken_out bigint");

  static MatchInput of(Lake lake, MatchScope scope) {
    return new MatchInput(lake, scope, CorrectedReads.ids(stored(lake, scope)));
  }

  /** Reads of the window that nothing has replaced, on the dates that no purge has closed. */
  Dataset<Row> reads() {
    return CorrectedReads.without(stored(lake, scope), replaced);
  }

  private static Dataset<Row> stored(Lake lake, MatchScope scope) {
    return lake.read(Table.READS, scope.rules().purpose(), scope.window())
        .where(col("agency_id").equalTo(scope.rules().agency()))
        .where(col("date").isin(scope.dates().stream().map(Date::valueOf).toArray()));
  }

  /**
   * The same reads, replaced ones among them, by date alone where the window has whole dates. The
   * instants take much space and are not read then.
   */
  Dataset<Row> retainedReads() {
    Window window = scope.window();
    Object[] closed = scope.closed().stream().map(Date::valueOf).toArray();
    Dataset<Row> dated =
        lake.read(Table.READS, scope.rules().purpose())
            .where(col("agency_id").equalTo(scope.rules().agency()))
            .where(col("date").between(window.firstDate(), window.lastDate()))
            .where(col("date").isin(closed).equalTo(false));
    Column within =
        col("captured_at")
            .geq(Timestamp.from(window.from()))
            .and(col("captured_at").lt(Timestamp.from(window.to())));
    return window.isOfWholeDates() ? dated : dated.where(within);
  }

  /** What the lists in force say, without withdrawn entries. */
  Dataset<Row> entries() {
    Dataset<Row> entries =
        entries(scope.lists())
            .where(col("agency_id").equalTo(scope.rules().agency()))
            .where(col("purpose").equalTo(scope.rules().purpose()));
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
