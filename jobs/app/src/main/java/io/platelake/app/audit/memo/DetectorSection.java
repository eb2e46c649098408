package io.platelake.app.audit.memo;

import io.platelake.app.ledger.audit.FindingLedger.Recorded;
import io.platelake.app.ledger.audit.ReviewLedger.Review;
import io.platelake.core.audit.ReviewOutcome;
import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.governance.Detector;
import io.platelake.core.policy.governance.DetectorRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings of screens in the period by detector, and how often each was a false alarm so far. */
final class DetectorSection {
  private DetectorSection() {}

  /**
   * @param findings of the period
   * @param reviews of findings, of whatever period
   */
  static MemoSection of(AuditRules rules, List<Recorded> findings, List<Review> reviews) {
    Map<String, Review> byFinding =
        reviews.stream().collect(Collectors.toMap(Review::item, Function.identity()));
    List<List<String>> rows = new ArrayList<>();
    rules
        .detectors()
        .forEach((detector, rule) -> rows.add(row(detector, rule, findings, byFinding, reviews)));
    long open = findings.stream().filter(f -> !byFinding.containsKey(f.id())).count();
    return new MemoSection(
        "Findings of detectors",
        "A finding is a candidate for a review, never proof of misuse. The false alarms are those of"
            + " all reviews so far.",
        List.of(
            MemoFigure.of("Findings in the period", findings.size(), "audit_findings by first_at"),
            MemoFigure.of(
                "Of these, not reviewed yet", open, "audit_findings without audit_reviews")),
        List.of(
            new MemoTable(
                "Detectors of the policy",
                "audit_findings, audit_reviews, policy audits.detectors",
                List.of(
                    "detector",
                    "threshold",
                    "findings",
                    "not proper",
                    "proper",
                    "cannot tell",
                    "false alarm",
                    "false alarms of all reviews",
                    "authority"),
                rows)));
  }

  private static List<String> row(
      Detector detector,
      DetectorRule rule,
      List<Recorded> findings,
      Map<String, Review> byFinding,
      List<Review> reviews) {
    List<Recorded> own = findings.stream().filter(f -> f.detector() == detector).toList();
    List<Review> ofAll =
        reviews.stream()
            .filter(r -> r.detector().filter(detector.label()::equals).isPresent())
            .toList();
    long alarms = ofAll.stream().filter(r -> r.outcome() == ReviewOutcome.FALSE_ALARM).count();
    List<String> cells = new ArrayList<>();
    cells.add(detector.label());
    cells.add(threshold(rule));
    cells.add(Integer.toString(own.size()));
    for (ReviewOutcome outcome :
        List.of(
            ReviewOutcome.NOT_PROPER,
            ReviewOutcome.PROPER,
            ReviewOutcome.CANNOT_TELL,
            ReviewOutcome.FALSE_ALARM)) {
      cells.add(
          Long.toString(
              own.stream()
                  .map(f -> byFinding.get(f.id()))
                  .filter(r -> r != null && r.outcome() == outcome)
                  .count()));
    }
    cells.add(
        ofAll.isEmpty()
            ? "no reviews"
            : String.format(Locale.ROOT, "%,d of %,d", alarms, ofAll.size()));
    cells.add(rule.authority().toString());
    return cells;
  }

  private static String threshold(DetectorRule rule) {
    return Stream.of(
            rule.atLeast() > 0 ? "at least " + rule.atLeast() : "",
            rule.within().map(w -> "within " + w).orElse(""),
            rule.times() > 0 ? rule.times() + " times the median" : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
