package io.platelake.app.match;

import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.core.list.ListGaps;
import io.platelake.core.list.Snapshot;
import io.platelake.core.list.SnapshotStatus;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the ledgers say that one run matches: scopes, lists and earlier findings, read once. */
final class MatchPlan {
  private final Map<String, PolicyInForce> policies;
  private final KnownLists known;
  private final List<SnapshotStatus> lists;
  private final List<MatchScope> scopes = new ArrayList<>();
  private final Map<String, EarlierFindings> findings = new TreeMap<>();

  private MatchPlan(Lake lake, Instant asOf) {
    policies = PolicyLedger.all(lake, asOf);
    known = KnownLists.at(lake, asOf);
    lists = known.standings(policies);
  }

  /** A scope for every purpose with hot lists, of every agency with a policy in force. */
  static MatchPlan of(Lake lake, Window window, Instant asOf) {
    MatchPlan plan = new MatchPlan(lake, asOf);
    Set<ClosedDates.Closed> closed = ClosedDates.of(lake);
    ConfusionHistory learned = ConfusionHistory.of(lake, asOf);
    for (PolicyInForce policy : plan.policies.values()) {
      plan.findings.put(policy.agency(), EarlierFindings.of(lake, learned, policy.agency(), asOf));
      for (String purpose : policy.policy().hotlists().keySet()) {
        plan.scopes.add(plan.scope(policy, purpose, window, closed));
      }
    }
    return plan;
  }

  private MatchScope scope(
      PolicyInForce policy, String purpose, Window window, Set<ClosedDates.Closed> closed) {
    Set<LocalDate> closedDates =
        closed.stream()
            .filter(c -> c.agency().equals(policy.agency()) && c.purpose().equals(purpose))
            .map(ClosedDates.Closed::date)
            .collect(Collectors.toSet());
    return new MatchScope(
        MatchRules.of(policy, purpose),
        lists.stream()
            .filter(s -> s.is(SnapshotStatus.Use.IN_FORCE))
            .map(SnapshotStatus::snapshot)
            .filter(s -> s.agency().equals(policy.agency()) && s.purpose().equals(purpose))
            .toList(),
        known.withdrawnEntries(policy.agency(), purpose),
        window,
        window.dates().stream().filter(d -> !closedDates.contains(d)).toList(),
        closedDates);
  }

  List<MatchScope> scopes() {
    return List.copyOf(scopes);
  }

  /** What counts of every list. */
  List<SnapshotStatus> lists() {
    return lists;
  }

  /** Purposes that may use lists and have none in force. */
  List<ListGaps.Gap> gaps() {
    return KnownLists.gaps(policies, lists);
  }

  /** When the source made each snapshot, by its id; UTC. */
  Map<String, Instant> sourceTimes() {
    return known.sourceTimes();
  }

  /**
   * The snapshots whose entries are not new to a scope, by list id: {@link KnownLists#before}.
   *
   * @param since when given, the snapshots that were loaded by then
   */
  Map<String, Snapshot> before(MatchScope scope, Optional<Instant> since) {
    return known.before(scope.lists(), since, policies);
  }

  /** What people found out about earlier hits of the agency of a scope. */
  EarlierFindings findings(MatchScope scope) {
    return findings.get(scope.rules().agency());
  }

  /** The policy of the run, where there is only one. */
  Optional<PolicyInForce> onlyPolicy() {
    return policies.size() == 1
        ? Optional.of(policies.values().iterator().next())
        : Optional.empty();
  }
}
