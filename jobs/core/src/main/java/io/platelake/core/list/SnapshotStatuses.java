package io.platelake.core.list;

import io.platelake.core.list.SnapshotStatus.Use;
import io.platelake.core.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which snapshots of lists count, by what was loaded, approved and withdrawn until an instant. */
public final class SnapshotStatuses {
  private SnapshotStatuses() {}

  /**
   * @param accepted snapshots, of a list the one that counts last at the end
   * @param policies policies in force, by agency
   */
  public static List<SnapshotStatus> current(
      List<Snapshot> accepted, Decisions decisions, Map<String, Policy> policies, Instant asOf) {
    Map<String, List<Snapshot>> byList = new LinkedHashMap<>();
    accepted.stream()
        .filter(s -> s.knownAt(asOf))
        .forEach(s -> byList.computeIfAbsent(s.list(), l -> new ArrayList<>()).add(s));
    List<SnapshotStatus> standings = new ArrayList<>();
    byList.values().forEach(list -> standings.addAll(ofList(list, decisions, policies, asOf)));
    return standings;
  }

  private static List<SnapshotStatus> ofList(
      List<Snapshot> list, Decisions decisions, Map<String, Policy> policies, Instant asOf) {
    CurrentSnapshots current = CurrentSnapshots.of(list, decisions);
    List<SnapshotStatus> standings = new ArrayList<>();
    current.used().ifPresent(s -> standings.add(SnapshotStatus.of(s, policy(policies, s), asOf)));
    current
        .newest()
        .filter(s -> !decisions.isApproved(s))
        .ifPresent(s -> standings.add(SnapshotStatus.as(s, Use.PROPOSED, asOf)));
    if (standings.isEmpty()) {
      standings.add(SnapshotStatus.as(list.get(list.size() - 1), Use.WITHDRAWN, asOf));
    }
    return standings;
  }

  /** Every snapshot of one list, oldest first. */
  public static List<SnapshotStatus> history(
      List<Snapshot> list, Decisions decisions, Map<String, Policy> policies, Instant asOf) {
    Optional<Snapshot> used = CurrentSnapshots.of(list, decisions).used();
    List<SnapshotStatus> standings = new ArrayList<>();
    for (Snapshot s : list) {
      if (decisions.isWithdrawn(s)) {
        standings.add(SnapshotStatus.as(s, Use.WITHDRAWN, asOf));
      } else if (used.isPresent() && used.get().equals(s)) {
        standings.add(SnapshotStatus.of(s, policy(policies, s), asOf));
      } else {
        boolean waits = !decisions.isApproved(s);
        standings.add(SnapshotStatus.as(s, waits ? Use.PROPOSED : Use.SUPERSEDED, asOf));
      }
    }
    return standings;
  }

  /**
   * Of each current snapshot the last one of its list that was used before it, by list id.
   *
   * @param accepted snapshots, of a list the one that counts last at the end
   * @param since only those that had been loaded and approved by then, if it is given
   * @param policies policies in force, by agency
   */
  public static Map<String, Snapshot> before(
      List<Snapshot> accepted,
      Decisions decisions,
      List<Snapshot> current,
      Optional<Instant> since,
      Map<String, Policy> policies) {
    Map<String, Snapshot> before = new LinkedHashMap<>();
    for (Snapshot now : current) {
      List<Snapshot> older =
          accepted.stream()
              .filter(s -> s.list().equals(now.list()))
              .filter(s -> s.sourceTime().isBefore(now.sourceTime()))
              .filter(s -> wasUsed(s, decisions, since, policy(policies, s)))
              .toList();
      CurrentSnapshots.of(older, decisions).used().ifPresent(s -> before.put(s.list(), s));
    }
    return before;
  }

  /** Whether a snapshot was fresh when it was approved, and that by an instant, if one is given. */
  private static boolean wasUsed(
      Snapshot snapshot, Decisions decisions, Optional<Instant> by, Optional<Policy> policy) {
    return decisions
        .approvedAt(snapshot)
        .filter(at -> by.isEmpty() || !at.isAfter(by.get()))
        .filter(at -> SnapshotStatus.of(snapshot, policy, at).is(SnapshotStatus.Use.IN_FORCE))
        .isPresent();
  }

  private static Optional<Policy> policy(Map<String, Policy> policies, Snapshot snapshot) {
    return Optional.ofNullable(policies.get(snapshot.agency()));
  }
}
