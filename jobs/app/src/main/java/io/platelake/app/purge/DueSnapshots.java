package io.platelake.app.purge;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.Approvals;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Hot-list snapshots whose time is up. The clock starts when a snapshot was of no more use,
 * replaced or withdrawn: {@link KnownLists#ends}; for entries of a load that was killed before its
 * ledger row, at their source time.
 */
final class DueSnapshots {
  private final Lake lake;
  private final Map<String, PolicyInForce> policies;
  private final Approvals approvals;
  private final Instant asOf;
  private final List<String> waiting = new ArrayList<>();

  DueSnapshots(Lake lake, Map<String, PolicyInForce> policies, Approvals approvals, Instant asOf) {
    this.lake = lake;
    this.policies = policies;
    this.approvals = approvals;
    this.asOf = asOf;
  }

  /** What would go if it were approved, in words; known once {@link #find} has looked. */
  List<String> waiting() {
    return List.copyOf(waiting);
  }

  List<PurgePlanner.Due> find() {
    Map<String, Optional<Instant>> ends = KnownLists.at(lake, asOf).ends();
    List<PurgePlanner.Due> due = new ArrayList<>();
    for (Row r :
        lake.read(Table.HOTLIST_ENTRIES)
            .groupBy("list_id", "snapshot_id", "agency_id")
            .agg(max("source_time"), count(lit(1)))
            .orderBy("list_id", "snapshot_id")
            .collectAsList()) {
      Optional<Instant> clock =
          ends.getOrDefault(r.getString(1), Optional.of(r.getTimestamp(3).toInstant()));
      PolicyInForce policy = policies.get(r.getString(2));
      Optional<Instant> expires =
          clock.flatMap(
              start ->
                  policy.policy().recordClass("hotlists").own().flatMap(o -> o.expiresAt(start)));
      if (expires.isEmpty()
          || expires.get().isAfter(asOf.plus(policy.policy().purgeRules().horizon()))) {
        continue;
      }
      Set<String> missing = approvalsMissing(policy, clock.get());
      if (!missing.isEmpty()) {
        waiting.add(
            "hot list "
                + r.getString(0)
                + " of "
                + policy.agency()
                + ": "
                + r.getLong(4)
                + " entries superseded or withdrawn "
                + clock.get()
                + " wait for approval by "
                + String.join(", ", missing));
      } else {
        due.add(
            new PurgePlanner.Due(
                Partition.of(Table.HOTLIST_ENTRIES, r.getString(0), r.getString(1)),
                List.of(r.getString(2)),
                true,
                r.getLong(4),
                clock.get(),
                expires.get()));
      }
    }
    return due;
  }

  /** A policy may leave the deletion of lists to a person, who approves it. */
  private Set<String> approvalsMissing(PolicyInForce policy, Instant superseded) {
    return policy
        .policy()
        .recordClass("hotlists")
        .own()
        .map(
            own -> approvals.missing(policy.agency(), "hotlists", null, own.approval(), superseded))
        .orElse(Set.of());
  }
}
