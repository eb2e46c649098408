package io.platelake.app.hotlist;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the snapshots of all hot lists; no plate is in it. */
public final class SnapshotLedger {
  private SnapshotLedger() {}

  /** Every accepted snapshot; of a list the one that counts last stands last. */
  public static List<Snapshot> accepted(Lake lake) {
    return lake
        .read(Table.HOTLISTS)
        .where(col("accepted").gt(0))
        .orderBy("list_id", "source_time", "loaded_at", "snapshot_id")
        .select(
            "snapshot_id",
            "list_id",
            "agency_id",
            "purpose",
            "source",
            "source_time",
            "loaded_at",
            "accepted",
            "letter_o_as_zero")
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
                    r.getTimestamp(5).toInstant(),
                    r.getTimestamp(6).toInstant(),
                    r.getLong(7),
                    r.getBoolean(8)))
        .toList();
  }

  /** Of each list the newest snapshot that was known at an instant, by list id. */
  static List<Snapshot> newest(List<Snapshot> accepted, Instant asOf) {
    Map<String, Snapshot> byList = new TreeMap<>();
    accepted.stream().filter(s -> s.knownAt(asOf)).forEach(s -> byList.put(s.list(), s));
    return new ArrayList<>(byList.values());
  }
}
