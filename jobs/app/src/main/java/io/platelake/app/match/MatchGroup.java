package io.platelake.app.match;

import io.platelake.app.ledger.purge.OpenDates;
import io.platelake.app.match.search.MatchRules;
import io.platelake.core.list.Snapshot;
import io.platelake.lake.table.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The scopes of all agencies that have one purpose and are matched in one look at its reads, each
 * under its own policy and lists.
 *
 * @param purpose of all of them
 * @param window instants of capture, UTC, of all of them
 * @param scopes by agency
 */
record MatchGroup(String purpose, Window window, Map<String, MatchScope> scopes) {
  MatchGroup {
    scopes = new TreeMap<>(scopes);
  }

  /** Groups of these scopes, by purpose. */
  static List<MatchGroup> of(Collection<MatchScope> scopes) {
    Map<String, Map<String, MatchScope>> byPurpose = new TreeMap<>();
    for (MatchScope scope : scopes) {
      byPurpose
          .computeIfAbsent(scope.rules().purpose(), p -> new TreeMap<>())
          .put(scope.rules().agency(), scope);
    }
    List<MatchGroup> groups = new ArrayList<>();
    byPurpose.forEach(
        (purpose, all) ->
            groups.add(new MatchGroup(purpose, all.values().iterator().next().window(), all)));
    return groups;
  }

  /** The scopes for which something holds. */
  MatchGroup only(Predicate<MatchScope> wanted) {
    Map<String, MatchScope> some = new TreeMap<>(scopes);
    some.values().removeIf(wanted.negate());
    return new MatchGroup(purpose, window, some);
  }

  /** Dates of the window that no purge has closed. */
  OpenDates open() {
    Map<String, List<java.time.LocalDate>> open = new TreeMap<>();
    scopes.forEach((agency, scope) -> open.put(agency, scope.dates()));
    return new OpenDates(purpose, open);
  }

  /** The rules of each agency. */
  Map<String, MatchRules> rules() {
    Map<String, MatchRules> rules = new TreeMap<>();
    scopes.forEach((agency, scope) -> rules.put(agency, scope.rules()));
    return rules;
  }

  List<Snapshot> lists() {
    return scopes.values().stream().flatMap(scope -> scope.lists().stream()).toList();
  }

  /** The lists in force, each as {@code agency/list}. */
  Object[] listsInForce() {
    return scopes.values().stream()
        .flatMap(scope -> scope.listIds().stream().map(list -> scope.rules().agency() + "/" + list))
        .toArray();
  }

  /** The lists whose hits a run may mark, each as {@code agency/list}. */
  Object[] touchedLists() {
    return scopes.values().stream()
        .flatMap(
            scope -> scope.touchedLists().stream().map(list -> scope.rules().agency() + "/" + list))
        .toArray();
  }

  /** The lists of which a person took entries out, each as {@code agency/list}. */
  Object[] shortenedLists() {
    return scopes.values().stream()
        .flatMap(
            scope ->
                scope.withdrawn().keySet().stream()
                    .map(list -> scope.rules().agency() + "/" + list))
        .toArray();
  }

  Set<String> agencies() {
    return scopes.keySet();
  }
}
