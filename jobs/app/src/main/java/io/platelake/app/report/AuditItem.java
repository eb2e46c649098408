package io.platelake.app.report;

import io.platelake.app.ledger.access.AuditLedger.Audit;
import io.platelake.app.report.ReportItem.Content;
import io.platelake.app.report.ReportTable.Column;
import io.platelake.core.policy.retention.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Item on internal audits. An audit that did not take place is missing; it is not zero findings.
 */
final class AuditItem {
  private static final String SOURCE = "audits";

  private AuditItem() {}

  /**
   * @param every how often the policy asks for one; empty where it does not
   * @param ever whether the agency has recorded an audit, of whatever year
   * @param audits audits completed in the year, by time
   */
  static Content of(Optional<Period> every, boolean ever, List<Audit> audits) {
    if (audits.isEmpty()) {
      return Content.of(
              Figure.without("audits", "Audits completed", FigureStatus.MISSING, SOURCE),
              Figure.without("audit_exceptions", "Findings", FigureStatus.MISSING, SOURCE))
          .noting(
              "No audit was completed in the year; the policy asks for "
                  + every.map(e -> "one every " + e).orElse("none")
                  + (ever ? "." : ". None has ever been recorded."));
    }
    long exceptions = audits.stream().mapToLong(Audit::exceptions).sum();
    return Content.of(
            Figure.counted("audits", "Audits completed", audits.size(), SOURCE),
            Figure.counted("audit_exceptions", "Findings", exceptions, SOURCE))
        .noting("A finding is a record that broke a rule.")
        .listing(listing(audits));
  }

  private static ReportTable listing(List<Audit> audits) {
    return new ReportTable(
        "audits",
        "Audits completed in the year",
        SOURCE,
        1,
        List.of(
            new Column("audit_id", "Audit"),
            new Column("completed_at", "Completed"),
            new Column("scope", "Scope"),
            new Column("sampled", "Records reviewed"),
            new Column("exceptions", "Findings"),
            new Column("summary", "Result")),
        audits.stream()
            .map(
                a ->
                    Arrays.<Object>asList(
                        a.id(),
                        a.completedAt(),
                        a.scope(),
                        a.sampled(),
                        a.exceptions(),
                        a.summary()))
            .toList());
  }
}
