package io.platelake.core.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The events that bring a register to what a file says, and nothing more: a file that says what is
 * known already adds none.
 *
 * @param changes by key, in the order of the events
 * @param events to be recorded
 * @param unchanged rows of the file that say what is known
 */
public record RegisterDiff(
    List<RegisterChange> changes, List<RegisterEvent> events, long unchanged) {

  public RegisterDiff {
    changes = List.copyOf(changes);
    events = List.copyOf(events);
  }

  /** A file that names every row: keys that it lacks end at {@code now}. */
  public static RegisterDiff ofSnapshot(
      RegisterHistory known, List<RegisterRow> rows, Instant now) {
    Building building = new Building(known, now);
    Set<String> named = new HashSet<>();
    Map<String, Instant> ends = new HashMap<>();
    for (RegisterRow row : rows) {
      named.add(row.key());
      ends.merge(row.key(), row.to().orElse(Instant.MAX), (a, b) -> a.isAfter(b) ? a : b);
      building.put(row);
    }
    ends.forEach(
        (key, end) -> {
          if (!end.equals(Instant.MAX)) {
            building.end(key, end);
          }
        });
    for (String key : known.keys()) {
      if (!named.contains(key)) {
        building.end(key, now);
      }
    }
    return building.diff();
  }

  /** A file that names what changes, and nothing else. */
  public static RegisterDiff ofChanges(RegisterHistory known, List<RegisterRow> rows, Instant now) {
    Building building = new Building(known, now);
    for (RegisterRow row : rows) {
      if (row.ends()) {
        building.end(row.key(), row.from().orElse(now));
      } else {
        building.put(row);
      }
    }
    return building.diff();
  }

  /** How many changes are of a kind. */
  public long count(RegisterChange.Kind kind) {
    return changes.stream().filter(c -> c.kind() == kind).count();
  }

  private static final class Building {
    private final RegisterHistory known;
    private final Instant now;
    private final List<RegisterChange> changes = new ArrayList<>();
    private final List<RegisterEvent> events = new ArrayList<>();
    private long unchanged;

    Building(RegisterHistory known, Instant now) {
      this.known = known;
      this.now = now;
    }

    void put(RegisterRow row) {
      List<RegisterEntry> entries = known.entries(row.key());
      Optional<RegisterEntry> holds = known.find(row.key(), now);
      Instant from = row.from().orElse(now);
      Instant to = row.to().orElse(Instant.MAX);
      boolean said =
          entries.stream()
              .anyMatch(
                  e ->
                      !e.from().isAfter(from)
                          && !e.end().isBefore(to)
                          && e.values().equals(row.values()));
      // A row without a begin that is over by now says nothing new of a key that is over.
      boolean over = row.from().isEmpty() && !from.isBefore(to);
      if (said || over) {
        unchanged++;
        return;
      }
      events.add(
          new RegisterEvent(
              row.key(), RegisterEvent.Kind.PUT, from, row.to(), row.values(), now, events.size()));
      Set<String> fields = new TreeSet<>();
      Map<String, String> before =
          holds
              .map(RegisterEntry::values)
              .orElseGet(
                  () -> entries.isEmpty() ? Map.of() : entries.get(entries.size() - 1).values());
      Set<String> names = new TreeSet<>(before.keySet());
      names.addAll(row.values().keySet());
      for (String name : names) {
        if (!java.util.Objects.equals(before.get(name), row.values().get(name))) {
          fields.add(name);
        }
      }
      boolean isNew = holds.isEmpty();
      changes.add(
          new RegisterChange(
              isNew ? RegisterChange.Kind.ADDED : RegisterChange.Kind.CHANGED,
              row.key(),
              isNew ? Set.of() : fields));
    }

    void end(String key, Instant at) {
      boolean goesOn = known.entries(key).stream().anyMatch(e -> e.end().isAfter(at));
      if (!goesOn) {
        return;
      }
      events.add(
          new RegisterEvent(
              key, RegisterEvent.Kind.END, at, Optional.empty(), Map.of(), now, events.size()));
      changes.add(new RegisterChange(RegisterChange.Kind.ENDED, key, Set.of()));
    }

    RegisterDiff diff() {
      return new RegisterDiff(changes, events, unchanged);
    }
  }
}
