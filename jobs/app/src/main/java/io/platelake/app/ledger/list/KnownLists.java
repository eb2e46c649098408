package io.platelake.app.ledger.list;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the ledgers of hot lists say at an instant, read once for a run. */
public final class KnownLists {
  private final List<Snapshot> accepted;
  private final Decisions decisions;
  private final Instant asOf;

  private KnownLists(List<Snapshot> accepted, Decisions decisions, Instant asOf) {
    this.accepted = accepted;
    this.decisions = decisions;
    this.asOf = asOf;
  }

  /** Reads {@code hotlists} and {@code hotlist_decisions}. */
  public static KnownLists at(Lake lake, Instant asOf) {
    return new KnownLists(SnapshotLedger.accepted(lake), DecisionLedger.at(lake, asOf), asOf);
  }

  /**
   * The snapshots of every list that matter, by list id. First comes the one in use, then one that
   * would be in use if it were approved; a withdrawn one if there is neither.
   *
   * @param policies policies in force, by agency
   */
  public List<SnapshotStatus> standings(Map<String, PolicyInForce> policies) {
    return SnapshotStatuses.current(accepted, decisions, policies, asOf);
  }

  /** When the source made each accepted snapshot, by its id; UTC. */
  public Map<String, Instant> sourceTimes() {
    return accepted.stream().collect(Collectors.toMap(Snapshot::id, Snapshot::sourceTime));
  }

  /**
   * Entries that a person took out of a list, by list id: of every list of the agency and purpose
   * that has such. Older snapshots may still hold them, and count again when a newer one is
   * withdrawn.
   */
  public Map<String, Set<Long>> withdrawnEntries(String agency, String purpose) {
    return accepted.stream()
        .filter(s -> s.agency().equals(agency) && s.purpose().equals(purpose))
        .map(Snapshot::list)
        .distinct()
        .filter(list -> !decisions.withdrawnEntries(list).isEmpty())
        .collect(Collectors.toMap(list -> list, decisions::withdrawnEntries));
  }

  /**
   * Of each of these snapshots the one of its list that was used before it, by list id. One that
   * was withdrawn, or not approved while it was fresh enough, was not, so its entries are new.
   *
   * @param since when given, the newest that was loaded and approved by then instead of the one
   *     before
   * @param policies policies in force, by agency
   */
  public Map<String, Snapshot> before(
      List<Snapshot> current, Instant since, Map<String, PolicyInForce> policies) {
    return SnapshotStatuses.before(accepted, decisions, current, since, policies);
  }
}
