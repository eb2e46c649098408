package io.platelake.app.ledger.list;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.BadInput;
import io.platelake.core.list.Decisions;
import io.platelake.core.list.ListGaps;
import io.platelake.core.list.Snapshot;
import io.platelake.core.list.SnapshotEnds;
import io.platelake.core.list.SnapshotStatus;
import io.platelake.core.list.SnapshotStatuses;
import io.platelake.core.policy.Policy;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** The same with one more accepted snapshot, which was just loaded. */
  public KnownLists with(Snapshot loaded) {
    return new KnownLists(
        Stream.concat(accepted.stream(), Stream.of(loaded)).sorted(Snapshot.ORDER).toList(),
        decisions,
        asOf);
  }

  /**
   * The snapshot that counts of every list, by list id. That is the one in use, or else one that
   * waits for approval, or else a withdrawn one.
   *
   * @param policies policies in force, by agency
   */
  public List<SnapshotStatus> standings(Map<String, PolicyInForce> policies) {
    return SnapshotStatuses.current(accepted, decisions, rules(policies), asOf);
  }

  /** The same of one list. */
  public List<SnapshotStatus> standings(String list, Map<String, PolicyInForce> policies) {
    return standings(policies).stream().filter(s -> s.snapshot().list().equals(list)).toList();
  }

  /**
   * Purposes that may use lists and have none in force.
   *
   * @param lists the snapshot that counts of every list, see {@link #standings(Map)}
   */
  public static List<ListGaps.Gap> gaps(
      Map<String, PolicyInForce> policies, List<SnapshotStatus> lists) {
    return ListGaps.of(rules(policies), lists);
  }

  /**
   * Every snapshot of one list, oldest first.
   *
   * @param policies policies in force, by agency
   * @throws BadInput if no snapshot of the list is loaded
   */
  public List<SnapshotStatus> history(String list, Map<String, PolicyInForce> policies) {
    return SnapshotStatuses.history(ofList(list), decisions, rules(policies), asOf);
  }

  /**
   * The snapshots of one list that were loaded by then, the one that counts last at the end.
   *
   * @throws BadInput if no snapshot of the list is loaded
   */
  public List<Snapshot> ofList(String list) {
    List<Snapshot> known =
        accepted.stream().filter(s -> s.list().equals(list) && s.knownAt(asOf)).toList();
    if (known.isEmpty()) {
      throw new BadInput(
          "Hot list " + list, "no snapshot of it is loaded", "See: platelake hotlist status");
    }
    return known;
  }

  /** Every accepted snapshot, also those loaded later; the one of a list that counts last last. */
  public List<Snapshot> accepted() {
    return accepted;
  }

  /** The decisions that were taken by then. */
  public Decisions decisions() {
    return decisions;
  }

  /** When the source made each accepted snapshot, by its id; UTC. */
  public Map<String, Instant> sourceTimes() {
    return accepted.stream().collect(Collectors.toMap(Snapshot::id, Snapshot::sourceTime));
  }

  /** Since when each accepted snapshot is of no more use, by its id: {@link SnapshotEnds}. */
  public Map<String, Optional<Instant>> ends() {
    return SnapshotEnds.of(accepted, decisions, asOf);
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
   * was withdrawn, or that was not approved while it was fresh enough, was not, so its entries are
   * new.
   *
   * @param since when given, the newest that was loaded and approved by then instead of the one
   *     before
   * @param policies policies in force, by agency
   */
  public Map<String, Snapshot> before(
      List<Snapshot> current, Optional<Instant> since, Map<String, PolicyInForce> policies) {
    return SnapshotStatuses.before(accepted, decisions, current, since, rules(policies));
  }

  private static Map<String, Policy> rules(Map<String, PolicyInForce> policies) {
    return policies.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().policy()));
  }
}
