package io.platelake.core.list;

import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.policy.matching.SourceRule;
import java.util.List;
import java.util.Optional;

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
public record Approvers(Optional<String> perEntry, boolean foreign) {
  /** Who lets in lists of other agencies where the policy names no approver for their source. */
  static final String ADMINISTRATOR = "alpr_administrator";

  public static Approvers of(ListDefinition list, SourceRule source) {
    return new Approvers(source.approval(), list.isForeign());
  }

  /**
   * The role whose approval a new snapshot waits for; empty when it needs none.
   *
   * @param newEntries entries that no approved snapshot of the list held
   */
  public Optional<String> of(String list, Decisions decisions, long newEntries) {
    if (perEntry.isPresent()) {
      return perEntry.filter(role -> newEntries > 0);
    }
    return foreign && !decisions.isListApproved(list)
        ? Optional.of(ADMINISTRATOR)
        : Optional.empty();
  }

  /**
   * Ids of the snapshots whose entries need no further approval; none where no entry needs one.
   *
   * @param snapshots snapshots of the list
   */
  public List<String> approvedSnapshots(List<Snapshot> snapshots, Decisions decisions) {
    if (perEntry.isEmpty()) {
      return List.of();
    }
    return snapshots.stream()
        .filter(s -> decisions.isApproved(s) && !decisions.isWithdrawn(s))
        .map(Snapshot::id)
        .toList();
  }
}
