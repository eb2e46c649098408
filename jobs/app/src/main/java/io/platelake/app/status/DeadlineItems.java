package io.platelake.app.status;

import io.platelake.app.ledger.access.RecordedFacts;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.deadline.Deadline;
import io.platelake.core.policy.governance.DeadlineRule;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What has to follow recorded facts: open, overdue, or done too late. */
final class DeadlineItems {
  private DeadlineItems() {}

  static List<StatusItem> of(Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
    List<StatusItem> items = new ArrayList<>();
    for (PolicyInForce policy : policies.values()) {
      Map<String, DeadlineRule> rules = policy.policy().deadlines();
      if (rules.isEmpty()) {
        continue;
      }
      RecordedFacts recorded = new RecordedFacts(lake, policy.agency(), asOf);
      List<Deadline.Notice> notices = recorded.notices();
      rules.forEach(
          (id, rule) ->
              Deadline.of(rule, recorded.facts(rule.of()), notices, asOf).stream()
                  .filter(deadline -> deadline.done().isEmpty())
                  .forEach(
                      deadline ->
                          items.add(
                              new StatusItem(
                                  deadline.isOverdue(asOf)
                                      ? StatusItem.State.OVERDUE
                                      : StatusItem.State.DUE,
                                  id + " " + deadline.factId() + " of " + policy.agency(),
                                  rule.title()
                                      + ": by "
                                      + deadline.due()
                                      + " ["
                                      + rule.authority()
                                      + "]"))));
    }
    return items;
  }
}
