package io.platelake.app.status;

import io.platelake.app.ledger.access.AuditLedger;
import io.platelake.app.ledger.audit.FindingLedger;
import io.platelake.app.ledger.audit.ReviewLedger;
import io.platelake.app.ledger.audit.SampleLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.status.StatusItem.State;
import io.platelake.core.audit.AuditDue;
import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Retention;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Audits in {@code status}: when the next is due by the policy, and reviews that wait. */
final class AuditItems {
  private final Lake lake;
  private final Instant asOf;
  private final List<StatusItem> items = new ArrayList<>();

  private AuditItems(Lake lake, Instant asOf) {
    this.lake = lake;
    this.asOf = asOf;
  }

  static List<StatusItem> of(Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
    AuditItems all = new AuditItems(lake, asOf);
    Map<String, Instant> since = PolicyLedger.firstInForce(lake);
    policies
        .values()
        .forEach(
            policy ->
                policy
                    .policy()
                    .auditRules()
                    .ifPresent(
                        rules -> all.add(policy.agency(), rules, since.get(policy.agency()))));
    return all.items;
  }

  private void add(String agency, AuditRules rules, Instant since) {
    Optional<Instant> last =
        AuditLedger.completedBy(lake, agency, asOf).stream()
            .map(AuditLedger.Audit::completedAt)
            .reduce((a, b) -> b);
    AuditDue due = AuditDue.of(rules, last, since);
    add(
        due.isOverdue(asOf) ? State.OVERDUE : State.DUE,
        "audit of " + agency,
        last.map(at -> "last completed " + at).orElse("none completed yet")
            + ", next due by "
            + due.by()
            + " ("
            + rules.authority()
            + ")");
    if (!lake.isKnownEmpty(Table.AUDIT_SAMPLES)) {
      samples(agency, rules.every());
    }
    if (!lake.isKnownEmpty(Table.AUDIT_FINDINGS)) {
      findings(agency, rules.every());
    }
  }

  private void samples(String agency, Period every) {
    ReviewLedger reviews = new ReviewLedger(lake, agency);
    for (SampleLedger.Drawn drawn : new SampleLedger(lake, agency).all()) {
      int open = drawn.items().size() - reviews.standing(drawn.auditId(), asOf).size();
      if (open > 0) {
        add(
            state(drawn.at(), every),
            "audit " + drawn.auditId() + " of " + agency,
            open + " of " + drawn.items().size() + " items wait for a reviewer");
      }
    }
  }

  private void findings(String agency, Period every) {
    Set<String> reviewed = new HashSet<>();
    new ReviewLedger(lake, agency)
        .standing(ReviewLedger.FINDINGS, asOf)
        .forEach(review -> reviewed.add(review.item()));
    List<FindingLedger.Recorded> open =
        new FindingLedger(lake, agency)
            .all().stream()
                .filter(f -> !f.foundAt().isAfter(asOf) && !reviewed.contains(f.id()))
                .toList();
    open.stream()
        .map(FindingLedger.Recorded::foundAt)
        .min(Instant::compareTo)
        .ifPresent(
            first ->
                add(
                    state(first, every),
                    "findings of " + agency,
                    open.size() + " wait for a reviewer, the first since " + first));
  }

  private State state(Instant since, Period every) {
    return Retention.expiresAt(since, every).isAfter(asOf) ? State.DUE : State.OVERDUE;
  }

  private void add(State state, String subject, String says) {
    items.add(new StatusItem(state, subject, says));
  }
}
