package io.platelake.app.ledger.list;

import io.platelake.app.job.Sha256;
import io.platelake.core.list.Decision;
import io.platelake.core.list.Decisions;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** The decisions about hot lists, in {@code hotlist_decisions}. */
public final class DecisionLedger {
  private DecisionLedger() {}

  /** What holds at an instant. */
  public static Decisions at(Lake lake, Instant asOf) {
    List<Decision> all =
        NamedRow.all(lake.ledger(Table.HOTLIST_DECISIONS)).stream()
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
        decisions.stream().map(d -> row(lake, d)).toList(),
        new CommitKey("hotlist-decision:" + what, 0));
  }

  private static Row row(Lake lake, Decision d) {
    Optional<Long> entry = entry(d);
    String id =
        Sha256.of(
            String.join(
                "\n",
                d.list(),
                d.kind().label(),
                d.snapshot().orElse("null"),
                entry.map(String::valueOf).orElse("null"),
                d.at().toString()));
    return lake.newRow(Table.HOTLIST_DECISIONS)
        .with("decision_id", id.substring(0, 16))
        .with("list_id", d.list())
        .with("agency_id", d.agency())
        .with("decision", d.kind().label())
        .with("snapshot_id", d.snapshot())
        .with("entry_id", entry)
        .with("role", d.role())
        .with("document", d.document())
        .with("decided_at", d.at())
        .with("principal", d.principal())
        .row();
  }

  private static Optional<Long> entry(Decision d) {
    return d.entry().isPresent() ? Optional.of(d.entry().getAsLong()) : Optional.empty();
  }

  private static Decision decision(NamedRow r) {
    return new Decision(
        r.text("list_id"),
        r.text("agency_id"),
        Decision.Kind.valueOf(r.text("decision").toUpperCase(Locale.ROOT)),
        subject(r),
        r.findText("role"),
        r.text("document"),
        r.instant("decided_at"),
        r.text("principal"));
  }

  private static Decision.Subject subject(NamedRow r) {
    Optional<Decision.Subject> snapshot = r.findText("snapshot_id").map(Decision.OneSnapshot::new);
    return snapshot
        .or(() -> r.findNumber("entry_id").map(Decision.OneEntry::new))
        .orElseGet(Decision.WholeList::new);
  }
}
