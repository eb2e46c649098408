package io.platelake.app.hotlist;

import io.platelake.app.hotlist.Standing.Use;
import io.platelake.app.policy.Adopted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which snapshots of lists count, by what was loaded, approved and withdrawn until an instant. */
final class Standings {
  private Standings() {}

  /**
   * @param accepted snapshots, of a list the one that counts last at the end
   * @param policies policies in force, by agency
   */
  static List<Standing> current(
      List<Snapshot> accepted, Decisions decisions, Map<String, Adopted> policies, Instant asOf) {
    Map<String, List<Snapshot>> byList = new LinkedHashMap<>();
    accepted.stream()
        .filter(s -> s.knownAt(asOf))
        .forEach(s -> byList.computeIfAbsent(s.list(), l -> new ArrayList<>()).add(s));
    List<Standing> standings = new ArrayList<>();
    byList.values().forEach(list -> standings.addAll(ofList(list, decisions, policies, asOf)));
    return standings;
  }

  private static List<Standing> ofList(
      List<Snapshot> list, Decisions decisions, Map<String, Adopted> policies, Instant asOf) {
    Optional<Snapshot> used = used(list, decisions);
    Optional<Snapshot> last = last(list, decisions);
    List<Standing> standings = new ArrayList<>();
    used.ifPresent(s -> standings.add(Standing.of(s, policies.get(s.agency()), asOf)));
    last.filter(s -> !decisions.isApproved(s))
        .ifPresent(s -> standings.add(Standing.as(s, Use.PROPOSED, asOf)));
    if (standings.isEmpty()) {
      standings.add(Standing.as(list.get(list.size() - 1), Use.WITHDRAWN, asOf));
    }
    return standings;
  }

  /** Every snapshot of one list, oldest first. */
  static List<Standing> history(
      List<Snapshot> list, Decisions decisions, Map<String, Adopted> policies, Instant asOf) {
    Optional<Snapshot> used = used(list, decisions);
    List<Standing> standings = new ArrayList<>();
    for (Snapshot s : list) {
      if (decisions.isWithdrawn(s)) {
        standings.add(Standing.as(s, Use.WITHDRAWN, asOf));
      } else if (used.isPresent() && used.get().equals(s)) {
        standings.add(Standing.of(s, policies.get(s.agency()), asOf));
      } else {
        boolean waits = !decisions.isApproved(s);
        standings.add(Standing.as(s, waits ? Use.PROPOSED : Use.SUPERSEDED, asOf));
      }
    }
    return standings;
  }

  /**
   * Of each current snapshot the last one of its list that was used before it, by list id.
   *
   * @param accepted snapshots, of a list the one that counts last at the end
   * @param since when given, only those that had been loaded and approved by then
   * @param policies policies in force, by agency
   */
  static Map<String, Snapshot> before(
      List<Snapshot> accepted,
      Decisions decisions,
      List<Snapshot> current,
      Instant since,
      Map<String, Adopted> policies) {
    Map<String, Snapshot> before = new LinkedHashMap<>();
    for (Snapshot now : current) {
      List<Snapshot> older =
          accepted.stream()
              .filter(s -> s.list().equals(now.list()))
              .filter(s -> s.sourceTime().isBefore(now.sourceTime()))
              .filter(s -> wasUsed(s, decisions, since, policies.get(s.agency())))
              .toList();
      used(older, decisions).ifPresent(s -> before.put(s.list(), s));
    }
    return before;
  }

  /** Whether a snapshot was fresh when it was approved, and that by an instant, if one is given. */
  private static boolean wasUsed(
      Snapshot snapshot, Decisions decisions, Instant by, Adopted adopted) {
    return decisions
        .approvedAt(snapshot)
        .filter(at -> by == null || !at.isAfter(by))
        .filter(at -> Standing.of(snapshot, adopted, at).is(Standing.Use.IN_FORCE))
        .isPresent();
  }

  /** The last that was not withdrawn, whether or not it is approved. */
  static Optional<Snapshot> last(List<Snapshot> list, Decisions decisions) {
    return list.stream().filter(s -> !decisions.isWithdrawn(s)).reduce((a, b) -> b);
  }

  /** The last that was not withdrawn and waits for nobody. */
  static Optional<Snapshot> used(List<Snapshot> list, Decisions decisions) {
    return list.stream()
        .filter(s -> !decisions.isWithdrawn(s) && decisions.isApproved(s))
        .reduce((a, b) -> b);
  }
}
