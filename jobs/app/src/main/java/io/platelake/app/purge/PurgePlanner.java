package io.platelake.app.purge;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.cli.Sha256;
import io.platelake.app.hold.Hold;
import io.platelake.app.hold.HoldLedger;
import io.platelake.app.policy.Adopted;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.erase.LiveFile;
import io.platelake.lake.erase.Partition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Plans a purge: everything whose oldest row would expire before the next run could have finished.
 *
 * <p>Reads, hits and quarantine go by the limits of their owner and purpose; replaced hot-list
 * snapshots by the limit of hot lists; evidence when its hold has closed. Planning changes nothing.
 */
final class PurgePlanner {
  private final Lake lake;
  private final Map<String, Adopted> policies;
  private final Instant asOf;
  private final Erasure erasure;

  PurgePlanner(Lake lake, Map<String, Adopted> policies, Instant asOf) {
    this.lake = lake;
    this.policies = policies;
    this.asOf = asOf;
    this.erasure = new Erasure(lake);
  }

  PurgePlan plan() {
    List<DueRows.Owned> owned = DueRows.find(lake, new Limits(policies), asOf);
    List<PlanItem> items = new ArrayList<>(reads(owned));
    items.addAll(hotlists());
    List<Hold> holds = HoldLedger.all(lake);
    items.addAll(evidence(holds));
    TreeMap<String, String> versions = new TreeMap<>();
    policies.forEach((agency, adopted) -> versions.put(agency, adopted.version()));
    return new PurgePlan(
        asOf.toString(),
        versions,
        items,
        holds.stream().filter(h -> h.openAt(asOf)).map(Hold::id).sorted().toList(),
        Unusual.reasons(policies, owned, erasure.rowsBy(Table.READS, "purpose"), asOf));
  }

  private List<PlanItem> reads(List<DueRows.Owned> owned) {
    Map<Partition, List<DueRows.Owned>> byPartition =
        owned.stream()
            .collect(
                Collectors.groupingBy(
                    o -> Partition.of(o.table(), o.purpose(), o.date().toString()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<PlanItem> items = new ArrayList<>();
    byPartition.forEach(
        (partition, owners) -> {
          List<DueRows.Owned> due = owners.stream().filter(DueRows.Owned::due).toList();
          if (!due.isEmpty()) {
            items.add(
                item(
                    partition,
                    due.stream().map(DueRows.Owned::agency).sorted().toList(),
                    due.size() == owners.size(),
                    due.stream().mapToLong(DueRows.Owned::rows).sum(),
                    due.stream().map(DueRows.Owned::oldest).min(Instant::compareTo).orElseThrow(),
                    due.stream()
                        .map(DueRows.Owned::expires)
                        .min(Instant::compareTo)
                        .orElseThrow()));
          }
        });
    return items;
  }

  /** The clock of a snapshot starts when a newer one of its list came into force. */
  private List<PlanItem> hotlists() {
    Map<String, List<Row>> byList = new TreeMap<>();
    for (Row row :
        lake.read(Table.HOTLISTS)
            .where(col("accepted").gt(0))
            .select("list_id", "snapshot_id", "agency_id", "loaded_at", "accepted")
            .orderBy("list_id", "source_time")
            .collectAsList()) {
      byList.computeIfAbsent(row.getString(0), k -> new ArrayList<>()).add(row);
    }
    List<PlanItem> items = new ArrayList<>();
    byList.forEach(
        (list, snapshots) -> {
          for (int i = 0; i + 1 < snapshots.size(); i++) {
            Row old = snapshots.get(i);
            String agency = old.getString(2);
            Instant replaced = snapshots.get(i + 1).getTimestamp(3).toInstant();
            Partition partition = Partition.of(Table.HOTLIST_ENTRIES, list, old.getString(1));
            Optional<Instant> expires =
                policies
                    .get(agency)
                    .policy()
                    .recordClass("hotlists")
                    .own()
                    .flatMap(rule -> rule.expiresAt(replaced));
            if (expires.isPresent()
                && !expires.get().isAfter(asOf.plus(horizon(agency)))
                && !erasure.files(partition).isEmpty()) {
              items.add(
                  item(partition, List.of(agency), true, old.getLong(4), replaced, expires.get()));
            }
          }
        });
    return items;
  }

  private List<PlanItem> evidence(List<Hold> holds) {
    List<PlanItem> items = new ArrayList<>();
    for (Hold hold : holds) {
      Partition partition = Partition.of(Table.EVIDENCE, hold.id());
      if (hold.closedAt().isPresent() && !hold.openAt(asOf)) {
        Instant closed = hold.closedAt().get();
        Instant ends = policies.get(hold.agency()).policy().holdRule(hold.kind()).endsAt(closed);
        List<LiveFile> files = erasure.files(partition);
        if (!ends.isAfter(asOf.plus(horizon(hold.agency()))) && !files.isEmpty()) {
          long rows = files.stream().mapToLong(LiveFile::rows).sum();
          items.add(item(partition, List.of(hold.agency()), true, rows, closed, ends));
        }
      }
    }
    return items;
  }

  private java.time.Duration horizon(String agency) {
    return policies.get(agency).policy().purgeRules().horizon();
  }

  private PlanItem item(
      Partition partition,
      List<String> agencies,
      boolean whole,
      long rows,
      Instant oldest,
      Instant expires) {
    List<LiveFile> files = erasure.files(partition);
    String listing =
        files.stream().map(f -> f.path() + " " + f.bytes()).collect(Collectors.joining("\n"));
    return new PlanItem(
        partition.table(),
        partition.values(),
        agencies,
        whole,
        rows,
        oldest.toString(),
        expires.toString(),
        files.size(),
        files.stream().mapToLong(LiveFile::bytes).sum(),
        Sha256.of(listing));
  }
}
