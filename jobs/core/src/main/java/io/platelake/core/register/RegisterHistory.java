package io.platelake.core.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A register over two times: what held when (valid time), as it was known then (record time). A
 * later load corrects the times it names and leaves the rest.
 */
public final class RegisterHistory {
  /** A register without rows. */
  public static final RegisterHistory EMPTY =
      new RegisterHistory(new TreeMap<>(), Optional.empty());

  private final Map<String, List<RegisterEntry>> byKey;
  private final Optional<Instant> lastRecorded;

  private RegisterHistory(Map<String, List<RegisterEntry>> byKey, Optional<Instant> lastRecorded) {
    this.byKey = byKey;
    this.lastRecorded = lastRecorded;
  }

  /** All that is recorded. */
  public static RegisterHistory of(Collection<RegisterEvent> events) {
    return knownAt(events, Instant.MAX);
  }

  /** All that was recorded up to an instant, that included. */
  public static RegisterHistory knownAt(Collection<RegisterEvent> events, Instant known) {
    Map<String, List<RegisterEntry>> byKey = new TreeMap<>();
    Instant last = null;
    List<RegisterEvent> ordered =
        events.stream()
            .filter(e -> !e.recordedAt().isAfter(known))
            .sorted(
                Comparator.comparing(RegisterEvent::recordedAt)
                    .thenComparingInt(RegisterEvent::order))
            .toList();
    for (RegisterEvent event : ordered) {
      last = event.recordedAt();
      byKey.put(event.key(), applied(byKey.getOrDefault(event.key(), List.of()), event));
    }
    return new RegisterHistory(byKey, Optional.ofNullable(last));
  }

  /** The entries of one key after an event, in order of time. */
  private static List<RegisterEntry> applied(List<RegisterEntry> before, RegisterEvent event) {
    Instant end = event.to().orElse(Instant.MAX);
    List<RegisterEntry> after = new ArrayList<>(before.size() + 2);
    for (RegisterEntry entry : before) {
      if (!entry.end().isAfter(event.from()) || !entry.from().isBefore(end)) {
        after.add(entry);
        continue;
      }
      if (entry.from().isBefore(event.from())) {
        after.add(entry.until(event.from()));
      }
      if (entry.end().isAfter(end)) {
        after.add(entry.from(end));
      }
    }
    if (event.kind() == RegisterEvent.Kind.PUT) {
      after.add(new RegisterEntry(event.key(), event.from(), event.to(), event.values()));
    }
    after.sort(Comparator.comparing(RegisterEntry::from));
    return joined(after);
  }

  /** Neighbours that say the same are one entry. */
  private static List<RegisterEntry> joined(List<RegisterEntry> entries) {
    List<RegisterEntry> joined = new ArrayList<>(entries.size());
    for (RegisterEntry entry : entries) {
      RegisterEntry last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.end().equals(entry.from()) && last.values().equals(entry.values())) {
        joined.set(
            joined.size() - 1,
            new RegisterEntry(last.key(), last.from(), entry.to(), last.values()));
      } else {
        joined.add(entry);
      }
    }
    return List.copyOf(joined);
  }

  /** What holds at an instant, by key. */
  public List<RegisterEntry> at(Instant at) {
    return byKey.values().stream()
        .flatMap(List::stream)
        .filter(entry -> entry.holdsAt(at))
        .toList();
  }

  /** What holds of a key at an instant. */
  public Optional<RegisterEntry> find(String key, Instant at) {
    return entries(key).stream().filter(entry -> entry.holdsAt(at)).findFirst();
  }

  /** All that ever held of a key, in order of time. */
  public List<RegisterEntry> entries(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** Every key that ever held something. */
  public Set<String> keys() {
    return byKey.keySet();
  }

  /** When something was recorded last. */
  public Optional<Instant> lastRecorded() {
    return lastRecorded;
  }
}
