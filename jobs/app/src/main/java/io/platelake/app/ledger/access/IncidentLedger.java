package io.platelake.app.ledger.access;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Reads {@code incidents}. */
public final class IncidentLedger {
  private IncidentLedger() {}

  /**
   * An incident as recorded.
   *
   * @param at when it occurred, UTC
   * @param kind unauthorized_access, breach or attempt
   * @param status known or suspected
   */
  public record Incident(String id, Instant at, String kind, String status, String summary) {}

  /** Incidents of an agency that had occurred by then, by time. */
  public static List<Incident> occurredBy(Lake lake, String agency, Instant asOf) {
    return NamedRow.all(
            lake.read(Table.INCIDENTS)
                .where(col("agency_id").equalTo(agency))
                .where(col("occurred_at").leq(Timestamp.from(asOf)))
                .orderBy("occurred_at", "incident_id"))
        .stream()
        .map(
            r ->
                new Incident(
                    r.text("incident_id"),
                    r.instant("occurred_at"),
                    r.text("kind"),
                    r.text("status"),
                    r.text("summary")))
        .toList();
  }
}
