package io.platelake.app.ledger.access;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Reads {@code audits}. */
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

  /** Audits of an agency that were completed by then, by time. */
  public static List<Audit> completedBy(Lake lake, String agency, Instant asOf) {
    return NamedRow.all(
            lake.read(Table.AUDITS)
                .where(col("agency_id").equalTo(agency))
                .where(col("completed_at").leq(Timestamp.from(asOf)))
                .orderBy("completed_at", "audit_id"))
        .stream()
        .map(
            r ->
                new Audit(
                    r.text("audit_id"),
                    r.instant("completed_at"),
                    r.text("scope"),
                    r.findNumber("sampled").orElse(null),
                    r.number("exceptions"),
                    r.text("summary")))
        .toList();
  }
}
