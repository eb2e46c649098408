package io.platelake.app.ledger.list;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.hotlist.HotlistEntry;
import io.platelake.core.hotlist.ListSink;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.list.Snapshot;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Writes the entries of a snapshot to {@code hotlist_entries} while they are read. Each commit
 * holds some of them and happens once, so a list of any size fits. A reader sees them only after
 * {@code hotlists} has the snapshot's row.
 */
public final class EntryRows implements ListSink {
  /** Entries in a commit: more need more memory, fewer make more files. */
  private static final int TOGETHER = 200_000;

  private final Lake lake;
  private final ListDefinition list;
  private final String snapshotId;
  private final Timestamp source;
  private final List<Row> rows = new ArrayList<>();
  private int commits;

  public EntryRows(Lake lake, ListDefinition list, String snapshotId, Instant sourceTime) {
    this.lake = lake;
    this.list = list;
    this.snapshotId = snapshotId;
    this.source = Timestamp.from(sourceTime);
  }

  @Override
  public void accepted(HotlistEntry entry) {
    rows.add(row(entry));
    if (rows.size() == TOGETHER) {
      write();
    }
  }

  /** Writes what is left. */
  public void finish() {
    if (!rows.isEmpty()) {
      write();
    }
  }

  private void write() {
    lake.append(
        Table.HOTLIST_ENTRIES,
        lake.rows(Table.HOTLIST_ENTRIES, rows).coalesce(1).sortWithinPartitions(col("plate_key")),
        key(snapshotId, commits++));
    rows.clear();
  }

  /** The key of one commit of a snapshot's entries, from 0. */
  public static CommitKey key(String snapshotId, int commit) {
    return new CommitKey("hotlist:" + snapshotId, commit);
  }

  private Row row(HotlistEntry e) {
    // By position, in the order of the contract: a list may have millions of entries.
    return RowFactory.create(
        e.entryId(),
        list.agency(),
        list.purpose(),
        e.plate(),
        e.plateKey(),
        e.foldKey(),
        e.pattern(),
        e.state(),
        e.category(),
        e.offenceClass(),
        e.caseNumber(),
        e.officer(),
        e.determination(),
        e.instructions(),
        e.vehicle().make(),
        e.vehicle().model(),
        e.vehicle().color(),
        e.vehicle().body(),
        timestamp(e.begins()),
        timestamp(e.expires()),
        source,
        e.listId(),
        snapshotId);
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  /** The entries of one snapshot of a list. */
  public static Dataset<Row> of(Lake lake, Snapshot snapshot) {
    return ofList(lake, snapshot.list()).where(col("snapshot_id").equalTo(snapshot.id()));
  }

  /** Ids of the entries that are in one of these snapshots of a list. */
  public static Set<Long> ids(Lake lake, String list, List<String> snapshots) {
    return snapshots.isEmpty()
        ? Set.of()
        : Set.copyOf(
            ofList(lake, list)
                .where(col("snapshot_id").isin(snapshots.toArray()))
                .select("entry_id")
                .distinct()
                .as(Encoders.LONG())
                .collectAsList());
  }

  private static Dataset<Row> ofList(Lake lake, String list) {
    return lake.read(Table.HOTLIST_ENTRIES).where(col("list_id").equalTo(list));
  }
}
