package io.platelake.app.hotlist;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.ledger.list.Decisions;
import io.platelake.app.ledger.list.Snapshot;
import io.platelake.core.hotlist.ListDefinition;
import io.platelake.core.policy.matching.SourceRule;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who has to approve what of a list before it is compared with.
 *
 * <p>A policy can ask for it of every new entry of a source (Kentucky policy, IV.I.5): then a
 * snapshot waits when it holds an entry that no approved one held. A list that another agency
 * maintains waits once: whoever approves its first snapshot lets in what follows, until the list is
 * withdrawn.
 *
 * @param perEntry role that approves each new entry, empty when the policy asks for none
 * @param foreign whether another agency maintains the list
 */
record Approvers(Optional<String> perEntry, boolean foreign) {
  /** Who lets in lists of other agencies where the policy names no approver for their source. */
  static final String ADMINISTRATOR = "alpr_administrator";

  static Approvers of(ListDefinition list, SourceRule source) {
    return new Approvers(source.approval(), list.isForeign());
  }

  /**
   * The role whose approval a new snapshot waits for, null when it needs none.
   *
   * @param newEntries entries that no approved snapshot of the list held
   */
  String of(String list, Decisions decisions, long newEntries) {
    if (perEntry.isPresent()) {
      return newEntries > 0 ? perEntry.get() : null;
    }
    return foreign && !decisions.isListApproved(list) ? ADMINISTRATOR : null;
  }

  /**
   * Ids of the entries that were approved with a snapshot; not read unless needed.
   *
   * @param snapshots snapshots of the list
   */
  Set<Long> approvedEntries(Lake lake, List<Snapshot> snapshots, Decisions decisions) {
    Object[] approved =
        snapshots.stream()
            .filter(s -> decisions.isApproved(s) && !decisions.isWithdrawn(s))
            .map(Snapshot::id)
            .toArray();
    if (perEntry.isEmpty() || approved.length == 0) {
      return Set.of();
    }
    return lake
        .read(Table.HOTLIST_ENTRIES)
        .where(col("list_id").equalTo(snapshots.get(0).list()))
        .where(col("snapshot_id").isin(approved))
        .select("entry_id")
        .distinct()
        .collectAsList()
        .stream()
        .map(r -> r.getLong(0))
        .collect(Collectors.toSet());
  }
}
