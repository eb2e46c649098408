package io.platelake.app.hotlist;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.list.Snapshot;
import io.platelake.core.hotlist.ListCounts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Writes the row of {@code hotlists} that makes a snapshot count, once. */
final class SnapshotRow {
  /** The order in which snapshots count, of a list the last one most. */
  static final Comparator<Snapshot> ORDER =
      Comparator.comparing(Snapshot::list)
          .thenComparing(Snapshot::sourceTime)
          .thenComparing(Snapshot::loadedAt)
          .thenComparing(Snapshot::id);

  private SnapshotRow() {}

  /**
   * @param layout name of the layout, null for one of the definition's own
   */
  static void write(JobContext job, Snapshot s, String layout, ListFile.Read read) {
    ListCounts counts = read.counts();
    job.lake()
        .append(
            Table.HOTLISTS,
            List.of(
                RowFactory.create(
                    s.id(),
                    s.list(),
                    s.agency(),
                    s.purpose(),
                    s.source(),
                    s.owner(),
                    layout,
                    Timestamp.from(s.sourceTime()),
                    Timestamp.from(s.loadedAt()),
                    job.principal(),
                    s.approval(),
                    read.digest(),
                    counts.records(),
                    counts.accepted(),
                    counts.refused(),
                    CollectionConverters.asScala(counts.refusedBy()),
                    counts.dropped(),
                    CollectionConverters.asScala(counts.droppedBy()),
                    counts.duplicates(),
                    counts.skipped(),
                    s.letterOAsZero())),
            new CommitKey("hotlist:" + s.id(), 0));
  }
}
