package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Writes and reads {@code raw_files}. */
public final class RawLedger {
  private RawLedger() {}

  /** Files that still exist, as far as the ledger knows. */
  public static List<RawFileEvent> lying(Lake lake) {
    return lake
        .read(Table.RAW_FILES)
        .groupBy("feed_id", "file_digest", "folder")
        .agg(
            max_by(
                    struct("agency_id", "purpose", "bytes", "event", "delete_after"),
                    // Of two at one instant the end comes last.
                    struct(col("at"), col("event").equalTo(RawFileEvent.Event.GONE.label())))
                .as("last"))
        .where(col("last.event").notEqual(RawFileEvent.Event.GONE.label()))
        .select("feed_id", "file_digest", "folder", "last.*")
        .orderBy("feed_id", "folder", "file_digest")
        .collectAsList()
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
                    RowFactory.create(
                        f.feed(),
                        f.agency(),
                        f.purpose(),
                        f.digest(),
                        f.bytes(),
                        f.event().label(),
                        f.folder(),
                        Timestamp.from(at),
                        f.limit().map(Timestamp::from).orElse(null)))
            .toList();
    lake.append(Table.RAW_FILES, rows, new CommitKey(key, 0));
  }

  private static RawFileEvent file(Row row) {
    return new RawFileEvent(
        row.getString(0),
        row.getString(3),
        row.getString(4),
        row.getString(1),
        row.getLong(5),
        RawFileEvent.Event.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
        row.getString(2),
        row.isNullAt(7) ? null : row.getTimestamp(7).toInstant());
  }
}
