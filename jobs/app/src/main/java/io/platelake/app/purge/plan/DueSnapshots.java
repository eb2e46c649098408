package io.platelake.app.purge.plan;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.ApprovalSubject;
import io.platelake.app.ledger.purge.Approvals;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hot-list snapshots whose time is up. The clock starts when a snapshot was of no more use,
 * replaced or withdrawn: {@link KnownLists#ends}; for entries of a load that was killed before its
 * ledger row, at their source time.
 *
 * @param due snapshots that go
 * @param waiting snapshots that need an approval to go, in words for a person
 */
record DueSnapshots(List<DuePartition> due, List<String> waiting) {
  private static final String RECORD_CLASS = "hotlists";

  static DueSnapshots find(
      Lake lake, Map<String, PolicyInForce> policies, Approvals approvals, Instant asOf) {
    if (lake.isKnownEmpty(Table.HOTLIST_ENTRIES)) {
      return new DueSnapshots(List.of(), List.of());
    }
    Map<String, Optional<Instant>> ends = KnownLists.at(lake, asOf).ends();
    List<DuePartition> due = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (NamedRow snapshot :
        NamedRow.all(
            lake.read(Table.HOTLIST_ENTRIES)
                .groupBy("list_id", "snapshot_id", "agency_id")
                .agg(max("source_time").as("source_time"), count(lit(1)).as("entries"))
                .orderBy("list_id", "snapshot_id"))) {
      PolicyInForce owner = policies.get(snapshot.text("agency_id"));
      Optional<Instant> ended =
          ends.getOrDefault(
              snapshot.text("snapshot_id"), Optional.of(snapshot.instant("source_time")));
      Optional<RetentionRule> rule = owner.policy().recordClass(RECORD_CLASS).own();
      Optional<Instant> expires = ended.flatMap(end -> rule.flatMap(own -> own.expiresAt(end)));
      Instant before = asOf.plus(owner.policy().purgeRules().horizon());
      if (expires.isEmpty() || expires.get().isAfter(before)) {
        continue;
      }
      Instant end = ended.get();
      Set<String> missing =
          approvals.missing(
              ApprovalSubject.records(owner.agency(), RECORD_CLASS), rule.get().approval(), end);
      if (missing.isEmpty()) {
        due.add(due(snapshot, end, expires.get()));
      } else {
        waiting.add(line(snapshot, end, missing));
      }
    }
    return new DueSnapshots(due, waiting);
  }

  private static DuePartition due(NamedRow snapshot, Instant ended, Instant expires) {
    return new DuePartition(
        Partition.of(Table.HOTLIST_ENTRIES, snapshot.text("list_id"), snapshot.text("snapshot_id")),
        List.of(snapshot.text("agency_id")),
        true,
        snapshot.number("entries"),
        ended,
        expires);
  }

  private static String line(NamedRow snapshot, Instant ended, Set<String> missing) {
    return "hot list "
        + snapshot.text("list_id")
        + " of "
        + snapshot.text("agency_id")
        + ": "
        + snapshot.number("entries")
        + " entries superseded or withdrawn "
        + ended
        + " wait for approval by "
        + String.join(", ", missing);
  }
}
