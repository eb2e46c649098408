package io.platelake.app.ledger.site;

import io.platelake.core.feed.kept.KeptRecord;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * A row of {@code quarantine} with the whole text of its record.
 *
 * @param id its {@code quarantine_id}
 * @param fileName as delivered; empty when unknown
 */
public record WaitingRecord(
    String digest, String fileName, long id, String reason, KeptRecord record) {
  static final List<String> COLUMNS =
      List.of(
          "file_digest",
          "file_name",
          "quarantine_id",
          "reason",
          "position",
          "byte_offset",
          "item",
          "header",
          "payload");

  /** From a row of {@link QuarantineLedger#texts}. */
  public static WaitingRecord of(InternalRow row) {
    return new WaitingRecord(
        text(row, "file_digest"),
        text(row, "file_name"),
        row.getLong(COLUMNS.indexOf("quarantine_id")),
        text(row, "reason"),
        new KeptRecord(
            row.getLong(COLUMNS.indexOf("position")),
            row.getLong(COLUMNS.indexOf("byte_offset")),
            row.getInt(COLUMNS.indexOf("item")),
            text(row, "header"),
            text(row, "payload")));
  }

  private static String text(InternalRow row, String column) {
    int at = COLUMNS.indexOf(column);
    return row.isNullAt(at) ? "" : row.getUTF8String(at).toString();
  }

  /** Shows nothing of the record, and no name of a file. */
  @Override
  public String toString() {
    return "WaitingRecord[" + digest + "]";
  }
}
