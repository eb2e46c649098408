package io.platelake.app.match;

import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.ByAgency;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.app.match.search.EarlierFindings;
import io.platelake.app.match.search.MatchRules;
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
  private final ByAgency<Map<String, MatchRules>> rules;
  private final KnownLists known;
  private final List<SnapshotStatus> lists;
  private final List<MatchScope> scopes = new ArrayList<>();
  private final Map<String, EarlierFindings> findings = new TreeMap<>();

  private MatchPlan(Lake lake, Instant asOf) {
    policies = PolicyLedger.all(lake, asOf);
    rules = ByAgency.of(policies, MatchPlan::rules);
    known = KnownLists.at(lake, asOf);
    lists = known.standings(policies);
  }

  /** A scope for every purpose with hot lists, of every agency with a policy in force. */
  static MatchPlan of(Lake lake, Window window, Instant asOf) {
    MatchPlan plan = new MatchPlan(lake, asOf);
    Set<ClosedDates.Closed> closed = ClosedDates.of(lake);
    ConfusionHistory learned = ConfusionHistory.of(lake, asOf);
    plan.findings.putAll(
        EarlierFindings.byAgency(lake, learned, plan.rules.usable().keySet(), asOf));
    plan.rules
        .usable()
        .forEach(
            (agency, own) ->
                own.values().forEach(r -> plan.scopes.add(plan.scope(r, window, closed))));
    return plan;
  }

  /** By purpose with hot lists. */
  private static Map<String, MatchRules> rules(PolicyInForce policy) {
    Map<String, MatchRules> rules = new TreeMap<>();
    for (String purpose : policy.policy().hotlists().keySet()) {
      rules.put(purpose, MatchRules.of(policy, purpose));
    }
    return rules;
  }

  private MatchScope scope(MatchRules rules, Window window, Set<ClosedDates.Closed> closed) {
    String agency = rules.agency();
    String purpose = rules.purpose();
    Set<LocalDate> closedDates =
        closed.stream()
            .filter(c -> c.agency().equals(agency) && c.purpose().equals(purpose))
            .map(ClosedDates.Closed::date)
            .collect(Collectors.toSet());
    return new MatchScope(
        rules,
        lists.stream()
            .filter(s -> s.is(SnapshotStatus.Use.IN_FORCE))
            .map(SnapshotStatus::snapshot)
            .filter(s -> s.agency().equals(agency) && s.purpose().equals(purpose))
            .toList(),
        known.withdrawnEntries(agency, purpose),
        window,
        window.dates().stream().filter(d -> !closedDates.contains(d)).toList(),
        closedDates);
  }

  /** Agencies that are passed over, and why. */
  ByAgency<?> agencies() {
    return rules;
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
   * The snapshots whose entries are not new to the scopes of a group: {@link KnownLists#before}.
   *
   * @param since when given, the snapshots that were loaded by then
   */
  List<Snapshot> before(MatchGroup group, Optional<Instant> since) {
    return group.scopes().values().stream()
        .flatMap(scope -> known.before(scope.lists(), since, policies).values().stream())
        .toList();
  }

  /** What people found out about earlier hits of an agency. */
  EarlierFindings findings(String agency) {
    return findings.get(agency);
  }

  /** The policy of the run, where there is only one. */
  Optional<PolicyInForce> onlyPolicy() {
    return policies.size() == 1
        ? Optional.of(policies.values().iterator().next())
        : Optional.empty();
  }
}
