package io.platelake.app.match;

import io.platelake.app.match.search.MatchRules;
import io.platelake.core.list.Snapshot;
import io.platelake.lake.table.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The reads of one agency and purpose that one run matches, and with what.
 *
 * @param rules of the policy in force
 * @param lists snapshots in force, one a list, all of this agency and purpose
 * @param withdrawn entries that a person took out, by list id; lists not in force are among them
 * @param window instants of capture, UTC
 * @param dates UTC dates of the window that no purge has closed
 * @param closed UTC dates that a purge has closed, whose hits stay unchanged
 */
record MatchScope(
    MatchRules rules,
    List<Snapshot> lists,
    Map<String, Set<Long>> withdrawn,
    Window window,
    List<LocalDate> dates,
    Set<LocalDate> closed) {

  MatchScope {
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(window, "window");
    lists = List.copyOf(lists);
    withdrawn = Map.copyOf(withdrawn);
    dates = List.copyOf(dates);
    closed = Set.copyOf(closed);
    for (Snapshot list : lists) {
      if (!list.agency().equals(rules.agency()) || !list.purpose().equals(rules.purpose())) {
        throw new IllegalArgumentException("list " + list.list() + " is of another scope");
      }
    }
  }

  long entries() {
    return lists.stream().mapToLong(Snapshot::entries).sum();
  }

  List<String> listIds() {
    return lists.stream().map(Snapshot::list).toList();
  }

  /** The lists whose hits a run may mark: those in force, and those with entries taken out. */
  List<String> touchedLists() {
    return Stream.concat(listIds().stream(), withdrawn.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
