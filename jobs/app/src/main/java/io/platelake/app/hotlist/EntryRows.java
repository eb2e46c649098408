package io.platelake.app.hotlist;

import io.platelake.core.hotlist.HotlistEntry;
import io.platelake.core.hotlist.ListDefinition;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Entries as rows of {@code hotlist_entries}. */
final class EntryRows {
  private EntryRows() {}

  static List<Row> of(
      List<HotlistEntry> entries, ListDefinition list, String snapshotId, Instant sourceTime) {
    Timestamp source = Timestamp.from(sourceTime);
    return entries.stream()
        .map(
            e ->
                RowFactory.create(
                    e.entryId(),
                    list.agency(),
                    list.purpose(),
                    e.plate(),
                    e.plateKey(),
                    e.foldKey(),
                    e.state(),
                    e.category(),
                    e.offenceClass(),
                    e.caseNumber(),
                    e.officer(),
                    e.determination(),
                    e.vehicle().make(),
                    e.vehicle().model(),
                    e.vehicle().color(),
                    e.vehicle().body(),
                    e.expires() == null ? null : Timestamp.from(e.expires()),
                    source,
                    e.listId(),
                    snapshotId))
        .toList();
  }
}
