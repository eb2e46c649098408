package io.platelake.app.report;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.policy.ParentPolicies;
import io.platelake.core.policy.PolicyReader;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.util.List;

/** What the report names one by one: audits, incidents, camera positions, policy versions. */
final class LedgerLists {
  private final Lake lake;
  private final String agency;
  private final ReportYear year;

  LedgerLists(Lake lake, String agency, ReportYear year) {
    this.lake = lake;
    this.agency = agency;
    this.year = year;
  }

  /** Audits of every year up to the now of the report, by time. */
  List<AuditItem.Audit> audits() {
    return rows(Table.AUDITS, "completed_at", "audit_id").stream()
        .map(
            r ->
                new AuditItem.Audit(
                    r.text("audit_id"),
                    r.instant("completed_at"),
                    r.text("scope"),
                    r.findNumber("sampled").orElse(null),
                    r.number("exceptions"),
                    r.text("summary")))
        .toList();
  }

  /** Incidents of every year up to the now of the report, by time. */
  List<IncidentItem.Incident> incidents() {
    return rows(Table.INCIDENTS, "occurred_at", "incident_id").stream()
        .map(
            r ->
                new IncidentItem.Incident(
                    r.text("incident_id"),
                    r.instant("occurred_at"),
                    r.text("kind"),
                    r.text("status"),
                    r.text("summary")))
        .toList();
  }

  /** Policies in force at some time up to the now of the report, the earliest first. */
  List<PolicyVersion> policyVersions() {
    return rows(Table.POLICY_VERSIONS, "effective_from", "adopted_at").stream()
        .map(
            r ->
                new PolicyVersion(
                    r.text("policy_version"),
                    r.instant("effective_from"),
                    PolicyReader.load(
                        r.text("text"),
                        "policy version " + r.text("policy_version") + " of " + agency,
                        ParentPolicies.NONE),
                    r.findText("emergency").orElse(null)))
        .toList();
  }

  /** Positions up to the now of the report, by camera and time. */
  List<CameraItem.Position> positions() {
    return lake
        .ledger(Table.DEPLOYMENTS)
        .where(col("agency_id").equalTo(agency))
        .where(col("valid_from").leq(Timestamp.from(year.asOf())))
        .join(
            lake.ledger(Table.CAMERAS)
                .where(col("agency_id").equalTo(agency))
                .select("camera_id", "site_name", "site_type"),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("camera_id")).toSeq(),
            "left")
        .orderBy("camera_id", "valid_from")
        .collectAsList()
        .stream()
        .map(NamedRow::new)
        .map(
            r ->
                new CameraItem.Position(
                    r.text("camera_id"),
                    r.findText("site_name").orElse(null),
                    r.findText("site_type").orElse(null),
                    r.real("lat"),
                    r.real("lon"),
                    r.instant("valid_from"),
                    r.findInstant("valid_to").orElse(null)))
        .toList();
  }

  private List<NamedRow> rows(Table table, String time, String then) {
    return NamedRow.all(
        lake.read(table)
            .where(col("agency_id").equalTo(agency))
            .where(col(time).leq(Timestamp.from(year.asOf())))
            .orderBy(time, then));
  }
}
