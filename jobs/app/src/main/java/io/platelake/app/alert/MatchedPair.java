package io.platelake.app.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.ledger.alert.Suppressions;
import io.platelake.app.ledger.alert.Suppressions.RuledMatch;
import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.NamedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/**
 * A hit with what its read and its entry said, as long as both are kept.
 *
 * @param pattern what the entry knows of its plate; empty for a whole plate or no plate
 * @param read plate as it was read, packed, and its description, as {@link
 *     Suppressions#DESCRIPTION}
 * @param entry the same of the entry; plate 0 where it knows only a part
 */
record MatchedPair(
    long hitId, long entryId, String list, Optional<String> pattern, Side read, Side entry) {

  /** One side of a match. */
  record Side(long plateKey, List<String> description) {

    private static Side of(NamedRow row, String side) {
      return new Side(
          row.findNumber(side + "plate_key").orElse(0L),
          Suppressions.DESCRIPTION.stream()
              .map(column -> row.findText(side + column).orElse(null))
              .toList());
    }

    /** Shows no plate. */
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
    NamedRow row =
        NamedRow.all(
                own.rows(List.of(hitId))
                    .as("h")
                    .join(own.reads().as("r"), col("h.read_id").equalTo(col("r.read_id")))
                    .join(own.lake().read(Table.HOTLIST_ENTRIES).as("e"), sameEntry)
                    .select(columns()))
            .stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInput(
                        "Hit " + hitId,
                        "its read or its entry is not kept any more",
                        "What is gone cannot match again; nothing has to be ruled out."));
    if (!row.has("read_plate_key")) {
      throw new BadInput(
          "Hit " + hitId,
          "its read has no plate, by which it would be known again",
          "Withdraw the entry: platelake hotlist withdraw "
              + row.text("list_id")
              + " --entry "
              + row.number("entry_id")
              + ".");
    }
    return new MatchedPair(
        hitId,
        row.number("entry_id"),
        row.text("list_id"),
        row.findText("pattern"),
        Side.of(row, "read_"),
        Side.of(row, "entry_"));
  }

  /** The match as a ruling keeps it. */
  RuledMatch described() {
    return new RuledMatch(read.plateKey(), read.description(), entry.description());
  }

  private static Column[] columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(col("h.entry_id"));
    columns.add(col("h.list_id"));
    columns.add(col("e.pattern"));
    columns.add(col("r.plate_key").as("read_plate_key"));
    columns.add(col("e.plate_key").as("entry_plate_key"));
    for (String column : Suppressions.DESCRIPTION) {
      columns.add(col("r." + column).as("read_" + column));
      columns.add(col("e." + column).as("entry_" + column));
    }
    return columns.toArray(Column[]::new);
  }

  /** Names the hit only, so that a log line cannot hold a part of a plate. */
  @Override
  public String toString() {
    return "MatchedPair[hitId=" + hitId + "]";
  }
}
