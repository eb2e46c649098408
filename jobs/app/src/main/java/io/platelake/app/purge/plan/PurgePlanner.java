package io.platelake.app.purge.plan;

import io.platelake.app.ledger.hold.Hold;
import io.platelake.app.ledger.hold.HoldLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.ApprovalSubject;
import io.platelake.app.ledger.purge.Approvals;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.ledger.site.RawRetention;
import io.platelake.core.policy.Policy;
import io.platelake.core.purge.DueJudgement;
import io.platelake.core.purge.DueRule;
import io.platelake.core.purge.JudgedRows;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.erase.LiveFile;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Plans a purge: everything whose oldest row would expire before the next run could have finished.
 *
 * <p>Reads, passes, images, hits and quarantine go by the limits of their owner and purpose;
 * replaced and withdrawn hot-list snapshots by the limit of hot lists; evidence when its hold has
 * closed; rulings on false matches by the date they end; raw files by the limit they were landed
 * under. Planning changes nothing.
 */
public final class PurgePlanner {
  private final Lake lake;
  private final Map<String, PolicyInForce> policies;
  private final Instant asOf;
  private final Erasure erasure;

  public PurgePlanner(Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
    this.lake = lake;
    this.policies = policies;
    this.asOf = asOf;
    this.erasure = new Erasure(lake);
  }

  /** The plan, as of the instant given. */
  public PurgePlan plan() throws IOException {
    Approvals approvals = Approvals.of(lake);
    List<JudgedRows> judged = judged(lake, policies, approvals, asOf);
    List<Hold> holds = HoldLedger.all(lake);
    List<DuePartition> due = new ArrayList<>(partitions(judged));
    DueSnapshots snapshots = DueSnapshots.find(lake, policies, approvals, asOf);
    due.addAll(snapshots.due());
    List<String> waiting = new ArrayList<>(ApprovalBacklog.lines(judged));
    waiting.addAll(snapshots.waiting());
    due.addAll(DueEvidence.find(lake, holds, policies, asOf));
    due.addAll(DueSuppressions.find(lake, asOf.plus(longestHorizon())));
    TreeMap<String, String> versions = new TreeMap<>();
    policies.forEach((agency, adopted) -> versions.put(agency, adopted.version()));
    return new PurgePlan(
        asOf.toString(),
        versions,
        items(due),
        holds.stream().filter(h -> h.openAt(asOf)).map(Hold::id).sorted().toList(),
        PlanGuards.reasons(policies, judged, erasure.rowsBy(Table.READS, "purpose"), asOf),
        waiting,
        RawRetention.due(lake, this::until));
  }

  /** The rows of the tables walled by purpose that can be due, judged under these policies. */
  static List<JudgedRows> judged(
      Lake lake, Map<String, PolicyInForce> policies, Approvals approvals, Instant asOf) {
    Map<String, Policy> rules = new TreeMap<>();
    policies.forEach((agency, adopted) -> rules.put(agency, adopted.policy()));
    DueRule rule =
        new DueRule(
            rules,
            (of, roles, captured) ->
                approvals.missing(
                    ApprovalSubject.reads(of.agency(), of.purpose()), roles, captured),
            asOf);
    return rule.judge(OwnedPartitions.until(lake, rule.lastDate()));
  }

  /** Raw files too go before the next run could be late. */
  private Instant until(String agency) {
    PolicyInForce owner = policies.get(agency);
    return owner == null ? asOf : asOf.plus(owner.policy().purgeRules().horizon());
  }

  private Duration longestHorizon() {
    return policies.values().stream()
        .map(p -> p.policy().purgeRules().horizon())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static List<DuePartition> partitions(List<JudgedRows> judged) {
    Map<Partition, List<JudgedRows>> byPartition =
        judged.stream()
            .collect(
                Collectors.groupingBy(
                    j -> OwnedPartitions.partition(j.owned()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<DuePartition> all = new ArrayList<>();
    byPartition.forEach(
        (partition, owners) -> {
          List<JudgedRows> due = owners.stream().filter(JudgedRows::isDue).toList();
          if (!due.isEmpty()) {
            all.add(partition(partition, due, due.size() == owners.size()));
          }
        });
    return all;
  }

  private static DuePartition partition(Partition partition, List<JudgedRows> due, boolean whole) {
    return new DuePartition(
        partition,
        due.stream().map(j -> j.owned().agency()).sorted().toList(),
        whole,
        due.stream().mapToLong(j -> j.owned().rows()).sum(),
        due.stream().map(j -> j.owned().ages().oldest()).min(Instant::compareTo).orElseThrow(),
        due.stream()
            .flatMap(j -> j.findGoes().stream())
            .map(DueJudgement.Goes::at)
            .min(Instant::compareTo)
            .orElseThrow());
  }

  /** With the files of each: a partition that has none any more is not planned. */
  private List<PlanItem> items(List<DuePartition> due) {
    Map<Partition, List<LiveFile>> files = new TreeMap<>();
    due.stream()
        .map(DuePartition::partition)
        .collect(Collectors.groupingBy(Partition::table))
        .forEach((table, partitions) -> files.putAll(erasure.files(table, partitions)));
    return due.stream()
        .filter(d -> !files.get(d.partition()).isEmpty())
        .map(d -> d.item(files.get(d.partition())))
        .toList();
  }
}
