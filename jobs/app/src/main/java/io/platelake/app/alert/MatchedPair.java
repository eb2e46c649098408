package io.platelake.app.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * A hit with what its read and its entry said, as long as both are kept.
 *
 * @param pattern what the entry knows of its plate; null for a whole plate and for none
 * @param read plate as it was read, packed, and {@code state, make, model, color, body}
 * @param entry the same of the entry; plate 0 where it does not know all of it
 */
record MatchedPair(long hitId, long entryId, String list, String pattern, Side read, Side entry) {

  /** One side of a match. */
  record Side(long plateKey, List<String> description) {

    private static Side of(Row row, int from) {
      List<String> description =
          Stream.iterate(from + 1, i -> i + 1).limit(5).map(row::getString).toList();
      return new Side(row.isNullAt(from) ? 0 : row.getLong(from), description);
    }

    /** Tells no plate. */
    @Override
    public String toString() {
      return "Side";
    }
  }

  /**
   * The pair of a hit.
   *
   * @throws BadInput if the hit, its read or its entry is not kept under this agency and purpose
   */
  static MatchedPair of(AgencyHits own, long hitId) {
    Column sameEntry =
        col("h.snapshot_id")
            .equalTo(col("e.snapshot_id"))
            .and(col("h.entry_id").equalTo(col("e.entry_id")));
    List<Row> rows =
        own.rows(List.of(hitId))
            .as("h")
            .join(own.reads().as("r"), col("h.read_id").equalTo(col("r.read_id")))
            .join(own.lake().read(Table.HOTLIST_ENTRIES).as("e"), sameEntry)
            .select(
                col("h.entry_id"),
                col("h.list_id"),
                col("r.plate_key"),
                col("r.state"),
                col("r.make"),
                col("r.model"),
                col("r.color"),
                col("r.body"),
                col("e.plate_key"),
                col("e.state"),
                col("e.make"),
                col("e.model"),
                col("e.color"),
                col("e.body"),
                col("e.pattern"))
            .collectAsList();
    if (rows.isEmpty()) {
      throw new BadInput(
          "Hit " + hitId,
          "its read or its entry is not kept any more",
          "What is gone cannot match again; nothing has to be ruled out.");
    }
    Row row = rows.get(0);
    if (row.isNullAt(2)) {
      throw new BadInput(
          "Hit " + hitId,
          "its read has no plate, by which it would be known again",
          "Withdraw the entry: platelake hotlist withdraw "
              + row.getString(1)
              + " --entry "
              + row.getLong(0)
              + ".");
    }
    return new MatchedPair(
        hitId,
        row.getLong(0),
        row.getString(1),
        row.getString(14),
        Side.of(row, 2),
        Side.of(row, 8));
  }

  /** Names the hit only, so that a log line cannot hold a part of a plate. */
  @Override
  public String toString() {
    return "MatchedPair[hitId=" + hitId + "]";
  }
}
