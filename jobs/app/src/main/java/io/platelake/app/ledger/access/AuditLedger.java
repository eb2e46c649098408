package io.platelake.app.ledger.access;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Audits that were completed: rows of {@code audits}. */
public final class AuditLedger {
  private AuditLedger() {}

  /**
   * An audit as recorded.
   *
   * @param completedAt UTC
   * @param sampled records reviewed; null when unknown
   * @param exceptions records that broke a rule
   */
  public record Audit(
      String id,
      Instant completedAt,
      String scope,
      Long sampled,
      long exceptions,
      String summary) {}

  /**
   * An audit that has just been completed.
   *
   * @param exceptions searches that were not proper
   */
  public record Completed(
      String id, Instant at, String scope, long sampled, long exceptions, String summary) {}

  /** Records a completed audit of an agency, unless it is recorded with the same result. */
  public static void complete(Lake lake, String agency, Completed audit) {
    boolean known =
        completedBy(lake, agency, audit.at()).stream()
            .anyMatch(a -> a.id().equals(audit.id()) && a.summary().equals(audit.summary()));
    if (known) {
      return;
    }
    lake.append(
        Table.AUDITS,
        List.of(
            lake.newRow(Table.AUDITS)
                .with("audit_id", audit.id())
                .with("agency_id", agency)
                .with("completed_at", audit.at())
                .with("scope", audit.scope())
                .with("sampled", audit.sampled())
                .with("exceptions", audit.exceptions())
                .with("summary", audit.summary())
                .row()),
        new CommitKey("audit:" + agency + ":" + audit.id() + ":" + audit.at(), 0));
  }

  /** Audits of an agency that were completed by then, by time; each as it was recorded last. */
  public static List<Audit> completedBy(Lake lake, String agency, Instant asOf) {
    Map<String, Audit> latest = new HashMap<>();
    lake.ledgerRows(Table.AUDITS).stream()
        .filter(row -> row.text("agency_id").equals(agency))
        .filter(row -> !row.instant("completed_at").isAfter(asOf))
        .sorted(
            Comparator.comparing((NamedRow row) -> row.instant("completed_at"))
                .thenComparing(row -> row.text("audit_id")))
        .map(
            r ->
                new Audit(
                    r.text("audit_id"),
                    r.instant("completed_at"),
                    r.text("scope"),
                    r.findNumber("sampled").orElse(null),
                    r.number("exceptions"),
                    r.text("summary")))
        .forEach(audit -> latest.put(audit.id(), audit));
    return latest.values().stream()
        .sorted(Comparator.comparing(Audit::completedAt).thenComparing(Audit::id))
        .toList();
  }
}
