package io.platelake.app.report;

import io.platelake.app.ledger.access.AuditLedger;
import io.platelake.app.ledger.access.IncidentLedger;
import io.platelake.app.ledger.policy.PolicyVersion;
import io.platelake.app.ledger.site.CameraPlace;
import io.platelake.app.report.ReportItem.Content;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.authority.NamedRule;
import io.platelake.core.policy.governance.AuditRules;
import io.platelake.lake.table.Lake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Fills the items that the policy names. */
final class AnnualItems {
  private final Lake lake;
  private final String agency;
  private final ReportYear year;
  private final Policy policy;
  private final Ledgers ledgers;
  private final LedgerCounts days;
  private final LedgerCounts accesses;

  AnnualItems(Lake lake, String agency, ReportYear year, Policy policy) {
    this.lake = lake;
    this.agency = agency;
    this.year = year;
    this.policy = policy;
    this.ledgers = new Ledgers(lake, agency, year, policy);
    this.days = ledgers.factDays();
    this.accesses = ledgers.accesses();
  }

  /** The items, in the order of the policy. */
  List<ReportItem> all() {
    List<ReportItem> items = new ArrayList<>();
    for (Map.Entry<String, NamedRule> rule : policy.annualReport().items().entrySet()) {
      items.add(
          ReportItem.of(items.size() + 1, rule.getKey(), rule.getValue(), content(rule.getKey())));
    }
    return items;
  }

  Coverage coverage() {
    TreeSet<LocalDate> dates = new TreeSet<>();
    days.counts().keySet().forEach(k -> dates.add(LocalDate.parse(k.get(0))));
    return dates.isEmpty()
        ? Coverage.of(year, 0, null, null)
        : Coverage.of(year, dates.size(), dates.first(), dates.last());
  }

  private Content content(String item) {
    return switch (item) {
      case "stops_arrests_prosecutions" -> OutcomeItems.stops(ledgers.outcomes(), ledgers.acted());
      case "recoveries" -> OutcomeItems.recoveries(ledgers.recovered());
      case "preservation_and_disclosure_orders" ->
          OrderItems.received(
              ledgers.holds().plus(ledgers.orders("preservation_request", "hold")),
              policy.holds().keySet(),
              ledgers.requests().plus(ledgers.orders("disclosure_order", "share")));
      case "shares_with_agencies" -> OrderItems.shares(ledgers.shares());
      case "warrant_accesses" -> OrderItems.warrants(ledgers.accessesByBasis());
      case "policy_changes" ->
          PolicyItem.of(year, PolicyVersion.effectiveBy(lake, agency, year.asOf()));
      case "audit_results" -> audits();
      case "reads_searches_hits_alerts" ->
          VolumeItem.of(year, ledgers.facts(), daysByMonth(), accesses);
      case "camera_locations" ->
          CameraItem.of(year, CameraPlace.knownBy(lake, agency, year.asOf()));
      case "incidents" -> incidents();
      default ->
          Content.of().noting("The policy asks for this item and no table of the lake records it.");
    };
  }

  private Content audits() {
    List<AuditLedger.Audit> all = AuditLedger.completedBy(lake, agency, year.asOf());
    return AuditItem.of(
        policy.auditRules().map(AuditRules::every),
        !all.isEmpty(),
        all.stream().filter(a -> year.has(a.completedAt())).toList());
  }

  private Content incidents() {
    List<IncidentLedger.Incident> all = IncidentLedger.occurredBy(lake, agency, year.asOf());
    return IncidentItem.of(
        !all.isEmpty(), all.stream().filter(i -> year.has(i.at())).toList(), accesses);
  }

  private LedgerCounts daysByMonth() {
    Map<List<String>, Long> months = new HashMap<>();
    days.counts()
        .forEach((key, n) -> months.merge(List.of(key.get(0).substring(0, 7)), n, Long::sum));
    return days.known() ? LedgerCounts.known(days.source(), months) : days;
  }
}
