package io.platelake.app.purge;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.Approvals;
import io.platelake.app.ledger.purge.Hold;
import io.platelake.app.ledger.purge.HoldLedger;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.ledger.site.RawRetention;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.erase.LiveFile;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
final class PurgePlanner {
  /** What is due, before its files are looked up. */
  record Due(
      Partition partition,
      List<String> agencies,
      boolean whole,
      long rows,
      Instant oldest,
      Instant expires) {}

  private final Lake lake;
  private final Map<String, PolicyInForce> policies;
  private final Instant asOf;
  private final Erasure erasure;

  PurgePlanner(Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
    this.lake = lake;
    this.policies = policies;
    this.asOf = asOf;
    this.erasure = new Erasure(lake);
  }

  PurgePlan plan() throws IOException {
    Approvals approvals = Approvals.of(lake);
    List<DuePartitions.Owned> owned =
        DuePartitions.find(lake, new TableRetention(policies, approvals), asOf);
    List<Hold> holds = HoldLedger.all(lake);
    List<Due> due = new ArrayList<>(reads(owned));
    DueSnapshots snapshots = new DueSnapshots(lake, policies, approvals, asOf);
    due.addAll(snapshots.find());
    List<String> waiting = new ArrayList<>(ApprovalBacklog.lines(owned, asOf));
    waiting.addAll(snapshots.waiting());
    due.addAll(evidence(holds));
    due.addAll(DueSuppressions.find(lake, asOf.plus(longestHorizon())));
    TreeMap<String, String> versions = new TreeMap<>();
    policies.forEach((agency, adopted) -> versions.put(agency, adopted.version()));
    return new PurgePlan(
        asOf.toString(),
        versions,
        items(due),
        holds.stream().filter(h -> h.openAt(asOf)).map(Hold::id).sorted().toList(),
        PlanGuards.reasons(policies, owned, erasure.rowsBy(Table.READS, "purpose"), asOf),
        waiting,
        RawRetention.due(lake, this::until));
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

  private static List<Due> reads(List<DuePartitions.Owned> owned) {
    Map<Partition, List<DuePartitions.Owned>> byPartition =
        owned.stream()
            .collect(
                Collectors.groupingBy(
                    o -> Partition.of(o.table(), o.purpose(), o.date().toString()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Due> all = new ArrayList<>();
    byPartition.forEach(
        (partition, owners) -> {
          List<DuePartitions.Owned> due = owners.stream().filter(DuePartitions.Owned::due).toList();
          if (!due.isEmpty()) {
            all.add(
                new Due(
                    partition,
                    due.stream().map(DuePartitions.Owned::agency).sorted().toList(),
                    due.size() == owners.size(),
                    due.stream().mapToLong(DuePartitions.Owned::rows).sum(),
                    due.stream()
                        .map(DuePartitions.Owned::oldest)
                        .min(Instant::compareTo)
                        .orElseThrow(),
                    due.stream()
                        .map(DuePartitions.Owned::goes)
                        .min(Instant::compareTo)
                        .orElseThrow()));
          }
        });
    return all;
  }

  private List<Due> evidence(List<Hold> holds) {
    Map<String, Long> copies = new TreeMap<>();
    lake.read(Table.EVIDENCE)
        .groupBy(col("hold_id"))
        .count()
        .collectAsList()
        .forEach(r -> copies.put(r.getString(0), r.getLong(1)));
    List<Due> due = new ArrayList<>();
    for (Hold hold : holds) {
      if (copies.containsKey(hold.id()) && hold.closedAt().isPresent() && !hold.openAt(asOf)) {
        Instant closed = hold.closedAt().get();
        Instant ends = policies.get(hold.agency()).policy().holdRule(hold.kind()).endsAt(closed);
        Duration horizon = policies.get(hold.agency()).policy().purgeRules().horizon();
        if (!ends.isAfter(asOf.plus(horizon))) {
          due.add(
              new Due(
                  Partition.of(Table.EVIDENCE, hold.id()),
                  List.of(hold.agency()),
                  true,
                  copies.get(hold.id()),
                  closed,
                  ends));
        }
      }
    }
    return due;
  }

  /** With the files of each: a partition that has none any more is not planned. */
  private List<PlanItem> items(List<Due> due) {
    Map<Partition, List<LiveFile>> files = new TreeMap<>();
    due.stream()
        .map(Due::partition)
        .collect(Collectors.groupingBy(Partition::table))
        .forEach((table, partitions) -> files.putAll(erasure.files(table, partitions)));
    return due.stream()
        .filter(d -> !files.get(d.partition()).isEmpty())
        .map(d -> item(d, files.get(d.partition())))
        .toList();
  }

  private static PlanItem item(Due due, Collection<LiveFile> files) {
    String listing =
        files.stream().map(f -> f.path() + " " + f.bytes()).collect(Collectors.joining("\n"));
    return new PlanItem(
        due.partition().table(),
        due.partition().values(),
        due.agencies(),
        due.whole(),
        due.rows(),
        due.oldest().toString(),
        due.expires().toString(),
        files.size(),
        files.stream().mapToLong(LiveFile::bytes).sum(),
        Sha256.of(listing));
  }
}
