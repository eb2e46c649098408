package io.platelake.app.ledger.access;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Incidents: of their register, and of the table of before it. */
public final class IncidentLedger {
  private static final String REGISTER = "incidents";

  private IncidentLedger() {}

  /**
   * An incident as recorded.
   *
   * @param at when it occurred, UTC
   * @param kind as the register names it, such as breach
   * @param status known or suspected
   */
  public record Incident(String id, Instant at, String kind, String status, String summary) {}

  /** Incidents of an agency that had occurred by then, by time. */
  public static List<Incident> occurredBy(Lake lake, String agency, Instant asOf) {
    return Stream.concat(ofTable(lake, agency, asOf), ofRegister(lake, agency, asOf))
        .sorted(Comparator.comparing(Incident::at).thenComparing(Incident::id))
        .toList();
  }

  private static Stream<Incident> ofRegister(Lake lake, String agency, Instant asOf) {
    return RegisterLedger.history(lake, REGISTER, agency, asOf).at(asOf).stream()
        .map(
            e ->
                new Incident(
                    e.key(),
                    Instant.parse(e.values().get("occurred_at")),
                    e.values().get("kind"),
                    e.values().get("status"),
                    e.values().get("summary")))
        .filter(incident -> !incident.at().isAfter(asOf));
  }

  private static Stream<Incident> ofTable(Lake lake, String agency, Instant asOf) {
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
                    r.text("summary")));
  }
}
