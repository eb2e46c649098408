package io.platelake.app.ledger.audit;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.detect.ScreenFinding;
import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.governance.Detector;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Findings of screens: rows of {@code audit_findings}, each once. */
public final class FindingLedger {
  private static final int ROWS_A_COMMIT = 100_000;

  private final Lake lake;
  private final String agency;

  public FindingLedger(Lake lake, String agency) {
    this.lake = lake;
    this.agency = agency;
  }

  /**
   * A finding as it is recorded.
   *
   * @param source log that was screened
   * @param foundAt now of the screen that found it first, UTC
   */
  public record Recorded(
      String id,
      Detector detector,
      String source,
      List<String> searches,
      Optional<String> account,
      Instant from,
      Instant to,
      long measure,
      String authority,
      Instant foundAt) {}

  /** Every finding of the agency, by first search, detector and id. */
  public List<Recorded> all() {
    return NamedRow.all(own().orderBy("first_at", "detector", "finding_id")).stream()
        .map(FindingLedger::recorded)
        .toList();
  }

  /** Adds the findings that are not recorded yet. Returns how many those are. */
  public long add(
      List<ScreenFinding> findings, AuditedLog log, String policyVersion, Instant asOf) {
    Set<String> known = new HashSet<>();
    NamedRow.all(own().select("finding_id")).forEach(row -> known.add(row.text("finding_id")));
    List<ScreenFinding> unknown = findings.stream().filter(f -> known.add(f.id())).toList();
    for (int from = 0; from < unknown.size(); from += ROWS_A_COMMIT) {
      List<Row> rows =
          unknown.subList(from, Math.min(unknown.size(), from + ROWS_A_COMMIT)).stream()
              .map(finding -> row(finding, log, policyVersion, asOf))
              .toList();
      // What an earlier attempt committed is known by now.
      lake.append(
          Table.AUDIT_FINDINGS,
          rows,
          new CommitKey(
              "screen:" + agency + ":" + asOf, known.size() - unknown.size() + from + rows.size()));
    }
    return unknown.size();
  }

  private Dataset<Row> own() {
    return lake.read(Table.AUDIT_FINDINGS).where(col("agency_id").equalTo(agency));
  }

  private Row row(ScreenFinding finding, AuditedLog log, String policyVersion, Instant asOf) {
    Authority authority = finding.authority();
    return lake.newRow(Table.AUDIT_FINDINGS)
        .with("finding_id", finding.id())
        .with("agency_id", agency)
        .with("detector", finding.detector().label())
        .with("source", log.label())
        .with("searches", CollectionConverters.asScala(finding.searches()).toSeq())
        .with("account", finding.account().orElse(null))
        .with("first_at", finding.from())
        .with("last_at", finding.to())
        .with("measure", finding.measure())
        .with("authority", authority.toString())
        .with("policy_version", policyVersion)
        .with("found_at", asOf)
        .row();
  }

  private static Recorded recorded(NamedRow row) {
    return new Recorded(
        row.text("finding_id"),
        Detector.valueOf(row.text("detector").toUpperCase(Locale.ROOT)),
        row.text("source"),
        row.texts("searches"),
        row.findText("account"),
        row.instant("first_at"),
        row.instant("last_at"),
        row.number("measure"),
        row.text("authority"),
        row.instant("found_at"));
  }
}
