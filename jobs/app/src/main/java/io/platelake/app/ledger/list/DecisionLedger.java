package io.platelake.app.ledger.list;

import io.platelake.app.job.Sha256;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The decisions about hot lists, in {@code hotlist_decisions}. */
public final class DecisionLedger {
  private DecisionLedger() {}

  /** What holds at an instant. */
  public static Decisions at(Lake lake, Instant asOf) {
    List<Decision> all =
        lake
            .read(Table.HOTLIST_DECISIONS)
            .select(
                "list_id",
                "agency_id",
                "decision",
                "snapshot_id",
                "entry_id",
                "role",
                "document",
                "decided_at",
                "principal")
            .collectAsList()
            .stream()
            .map(DecisionLedger::decision)
            .toList();
    return new Decisions(all, asOf);
  }

  /**
   * Records decisions that were taken together, once.
   *
   * @param what names them in the commit; ids only
   */
  public static void record(Lake lake, String what, List<Decision> decisions) {
    lake.append(
        Table.HOTLIST_DECISIONS,
        decisions.stream().map(DecisionLedger::row).toList(),
        new CommitKey("hotlist-decision:" + what, 0));
  }

  private static Row row(Decision d) {
    String id =
        Sha256.of(
            String.join(
                "\n",
                d.list(),
                d.kind().label(),
                String.valueOf(d.snapshot()),
                String.valueOf(d.entry()),
                d.at().toString()));
    return RowFactory.create(
        id.substring(0, 16),
        d.list(),
        d.agency(),
        d.kind().label(),
        d.snapshot(),
        d.entry(),
        d.role(),
        d.document(),
        Timestamp.from(d.at()),
        d.principal());
  }

  private static Decision decision(Row r) {
    return new Decision(
        r.getString(0),
        r.getString(1),
        Decision.Kind.valueOf(r.getString(2).toUpperCase(Locale.ROOT)),
        r.getString(3),
        r.isNullAt(4) ? null : r.getLong(4),
        r.getString(5),
        r.getString(6),
        r.getTimestamp(7).toInstant(),
        r.getString(8));
  }
}
