package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;

/** Writes and reads {@code raw_files}. */
public final class RawLedger {
  private RawLedger() {}

  /** Files that still exist, as far as the ledger knows. */
  public static List<RawFileEvent> lying(Lake lake) {
    return NamedRow.all(
            lake.ledger(Table.RAW_FILES)
                .groupBy("feed_id", "file_digest", "folder")
                .agg(
                    max_by(
                            struct(
                                "agency_id",
                                "purpose",
                                "bytes",
                                "event",
                                "delete_after",
                                "modified"),
                            // Of two at one instant the end comes last.
                            struct(
                                col("at"), col("event").equalTo(RawFileEvent.Event.GONE.label())))
                        .as("last"))
                .where(col("last.event").notEqual(RawFileEvent.Event.GONE.label()))
                .select("feed_id", "file_digest", "folder", "last.*")
                .orderBy("feed_id", "folder", "file_digest"))
        .stream()
        .map(RawLedger::file)
        .toList();
  }

  /**
   * Adds rows, once for a key.
   *
   * @param at now of the run
   */
  public static void append(Lake lake, List<RawFileEvent> files, Instant at, String key) {
    if (files.isEmpty()) {
      return;
    }
    List<Row> rows =
        files.stream()
            .map(
                f ->
                    lake.newRow(Table.RAW_FILES)
                        .with("feed_id", f.feed())
                        .with("agency_id", f.agency())
                        .with("purpose", f.purpose())
                        .with("file_digest", f.digest())
                        .with("bytes", f.bytes())
                        .with("event", f.event().label())
                        .with("folder", f.folder())
                        .with("at", at)
                        .with("delete_after", f.limit())
                        .with("modified", f.modified())
                        .row())
            .toList();
    lake.append(Table.RAW_FILES, rows, new CommitKey(key, 0));
  }

  private static RawFileEvent file(NamedRow row) {
    return new RawFileEvent(
        row.text("feed_id"),
        row.text("agency_id"),
        row.text("purpose"),
        row.text("file_digest"),
        row.number("bytes"),
        RawFileEvent.Event.valueOf(row.text("event").toUpperCase(Locale.ROOT)),
        row.text("folder"),
        row.findInstant("delete_after"),
        row.findInstant("modified"));
  }
}
