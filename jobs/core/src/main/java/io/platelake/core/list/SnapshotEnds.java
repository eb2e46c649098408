package io.platelake.core.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The instant since which a snapshot is not used; the limit of hot lists runs from it. It is the
 * earlier of two: a newer snapshot is used, or a person withdrew the list or the snapshot. A
 * snapshot that came back in between, because the newer one was withdrawn, starts anew.
 */
public final class SnapshotEnds {
  private static final Instant NEVER = Instant.MAX;

  private SnapshotEnds() {}

  /**
   * The end of each snapshot, by snapshot id. It is empty for a snapshot that is used, that would
   * be used if it were approved, or that is used again because later ones were withdrawn. A
   * snapshot loaded after {@code asOf} ends nothing and has no end.
   */
  public static Map<String, Optional<Instant>> of(
      List<Snapshot> accepted, Decisions decisions, Instant asOf) {
    Map<String, Optional<Instant>> ends = new HashMap<>();
    accepted.stream()
        .collect(Collectors.groupingBy(Snapshot::list))
        .values()
        .forEach(list -> ofList(list, decisions, asOf, ends));
    return ends;
  }

  private static void ofList(
      List<Snapshot> list, Decisions decisions, Instant asOf, Map<String, Optional<Instant>> ends) {
    List<Away> replacing =
        list.stream()
            .map(s -> new Away(useOf(s, decisions, asOf), decisions.withdrawnAt(s).orElse(NEVER)))
            .toList();
    for (int i = 0; i < list.size(); i++) {
      Snapshot snapshot = list.get(i);
      List<Away> away = new ArrayList<>();
      away.add(new Away(decisions.withdrawnAt(snapshot).orElse(NEVER), NEVER));
      for (int newer = i + 1; newer < list.size(); newer++) {
        Away byApproved = replacing.get(newer);
        // A snapshot that waits for approval is replaced by the next one that waits.
        away.add(
            decisions.isApproved(snapshot) || !list.get(newer).knownAt(asOf)
                ? byApproved
                : new Away(list.get(newer).loadedAt(), byApproved.until()));
      }
      ends.put(snapshot.id(), last(away));
    }
  }

  /** When a snapshot replaced those before it. */
  private static Instant useOf(Snapshot snapshot, Decisions decisions, Instant asOf) {
    return snapshot.knownAt(asOf) ? decisions.approvedAt(snapshot).orElse(NEVER) : NEVER;
  }

  /**
   * A time in which a snapshot was of no use; {@link #NEVER} as its start: there was none, as its
   * end: it lasts.
   */
  private record Away(Instant from, Instant until) {}

  /** The start of the time away that lasts, taken together with those it touches. */
  private static Optional<Instant> last(List<Away> away) {
    Instant from = NEVER;
    Instant until = Instant.MIN;
    for (Away a : away.stream().sorted(Comparator.comparing(Away::from)).toList()) {
      if (a.from().isAfter(until)) {
        from = a.from();
        until = a.until();
      } else if (a.until().isAfter(until)) {
        until = a.until();
      }
    }
    return from.equals(NEVER) || !until.equals(NEVER) ? Optional.empty() : Optional.of(from);
  }
}
