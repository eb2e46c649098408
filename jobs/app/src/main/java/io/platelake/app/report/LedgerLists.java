package io.platelake.app.report;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.policy.ParentPolicies;
import io.platelake.core.policy.PolicyReader;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;

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
                    text(r, "audit_id"),
                    instant(r, "completed_at"),
                    text(r, "scope"),
                    r.<Long>getAs("sampled"),
                    r.<Long>getAs("exceptions"),
                    text(r, "summary")))
        .toList();
  }

  /** Incidents of every year up to the now of the report, by time. */
  List<IncidentItem.Incident> incidents() {
    return rows(Table.INCIDENTS, "occurred_at", "incident_id").stream()
        .map(
            r ->
                new IncidentItem.Incident(
                    text(r, "incident_id"),
                    instant(r, "occurred_at"),
                    text(r, "kind"),
                    text(r, "status"),
                    text(r, "summary")))
        .toList();
  }

  /** Policies in force at some time up to the now of the report, the earliest first. */
  List<PolicyVersion> policyVersions() {
    return rows(Table.POLICY_VERSIONS, "effective_from", "adopted_at").stream()
        .map(
            r ->
                new PolicyVersion(
                    text(r, "policy_version"),
                    instant(r, "effective_from"),
                    PolicyReader.load(
                        text(r, "text"),
                        "policy version " + text(r, "policy_version") + " of " + agency,
                        ParentPolicies.NONE),
                    text(r, "emergency")))
        .toList();
  }

  /** Positions up to the now of the report, by camera and time. */
  List<CameraItem.Position> positions() {
    return lake
        .read(Table.DEPLOYMENTS)
        .where(col("agency_id").equalTo(agency))
        .where(col("valid_from").leq(Timestamp.from(year.asOf())))
        .join(
            lake.read(Table.CAMERAS)
                .where(col("agency_id").equalTo(agency))
                .select("camera_id", "site_name", "site_type"),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("camera_id")).toSeq(),
            "left")
        .orderBy("camera_id", "valid_from")
        .collectAsList()
        .stream()
        .map(
            r ->
                new CameraItem.Position(
                    text(r, "camera_id"),
                    text(r, "site_name"),
                    text(r, "site_type"),
                    r.<Double>getAs("lat"),
                    r.<Double>getAs("lon"),
                    instant(r, "valid_from"),
                    r.isNullAt(r.fieldIndex("valid_to")) ? null : instant(r, "valid_to")))
        .toList();
  }

  private List<Row> rows(Table table, String time, String then) {
    return lake.read(table)
        .where(col("agency_id").equalTo(agency))
        .where(col(time).leq(Timestamp.from(year.asOf())))
        .orderBy(time, then)
        .collectAsList();
  }

  private static String text(Row row, String column) {
    return row.getString(row.fieldIndex(column));
  }

  private static Instant instant(Row row, String column) {
    return row.getTimestamp(row.fieldIndex(column)).toInstant();
  }
}
