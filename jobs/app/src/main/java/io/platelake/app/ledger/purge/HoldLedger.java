package io.platelake.app.ledger.purge;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Reads the holds: one row of {@code holds} opens one, another closes it. */
public final class HoldLedger {
  private HoldLedger() {}

  /** Ids are never used again: the evidence of a closed hold must not come under a new one. */
  public static void refuseIfKnown(Lake lake, String id) {
    if (!lake.read(Table.HOLDS).where(col("hold_id").equalTo(id)).isEmpty()) {
      throw new BadInput("Hold " + id, "the id is taken", "Choose another id.");
    }
  }

  /** Every hold, by id. */
  public static List<Hold> all(Lake lake) {
    Map<String, Instant> closed = new HashMap<>();
    for (Row row :
        lake.read(Table.HOLDS)
            .where(col("event").equalTo("close"))
            .select("hold_id", "at")
            .collectAsList()) {
      closed.put(row.getString(0), row.getTimestamp(1).toInstant());
    }
    return lake
        .read(Table.HOLDS)
        .where(col("event").equalTo("open"))
        .select("hold_id", "agency_id", "kind", "at", "review_due")
        .orderBy("hold_id")
        .collectAsList()
        .stream()
        .map(
            r ->
                new Hold(
                    r.getString(0),
                    r.getString(1),
                    r.getString(2),
                    r.getTimestamp(3).toInstant(),
                    Optional.ofNullable(closed.get(r.getString(0))),
                    Optional.ofNullable(r.getTimestamp(4)).map(java.sql.Timestamp::toInstant)))
        .toList();
  }
}
