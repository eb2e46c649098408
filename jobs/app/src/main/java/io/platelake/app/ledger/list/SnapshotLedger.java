package io.platelake.app.ledger.list;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.List;

/** Reads the snapshots of all hot lists; no plate is in it. */
public final class SnapshotLedger {
  private SnapshotLedger() {}

  /** Every accepted snapshot; of each list, the one in effect comes last. */
  public static List<Snapshot> accepted(Lake lake) {
    return lake
        .read(Table.HOTLISTS)
        .where(col("accepted").gt(0))
        .orderBy("list_id", "source_time", "loaded_at", "snapshot_id")
        .select(
            col("snapshot_id"),
            col("list_id"),
            col("agency_id"),
            coalesce(col("owner"), col("agency_id")),
            col("purpose"),
            col("source"),
            col("source_time"),
            col("loaded_at"),
            col("accepted"),
            col("letter_o_as_zero"),
            col("approval"))
        .collectAsList()
        .stream()
        .map(
            r ->
                new Snapshot(
                    r.getString(0),
                    r.getString(1),
                    r.getString(2),
                    r.getString(3),
                    r.getString(4),
                    r.getString(5),
                    r.getTimestamp(6).toInstant(),
                    r.getTimestamp(7).toInstant(),
                    r.getLong(8),
                    r.getBoolean(9),
                    r.getString(10)))
        .toList();
  }

  /**
   * The snapshots of one list that were known at an instant, the one that counts last at the end.
   *
   * @throws BadInput if there is none
   */
  public static List<Snapshot> ofList(Lake lake, String list, Instant asOf) {
    List<Snapshot> known =
        accepted(lake).stream().filter(s -> s.list().equals(list) && s.knownAt(asOf)).toList();
    if (known.isEmpty()) {
      throw new BadInput(
          "Hot list " + list, "none of its snapshots is loaded", "See: platelake hotlist status");
    }
    return known;
  }
}
