package io.platelake.core.list;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds at an instant by the decisions taken until then. */
public final class Decisions {
  private final List<Decision> taken;

  /**
   * @param all decisions about any lists
   * @param asOf later ones do not count
   */
  public Decisions(List<Decision> all, Instant asOf) {
    taken =
        all.stream()
            .filter(d -> !d.at().isAfter(asOf))
            .sorted(Comparator.comparing(Decision::at))
            .toList();
  }

  /** Whether a snapshot waits for no approval: it needs none, or has it. */
  public boolean isApproved(Snapshot snapshot) {
    return approvedAt(snapshot).isPresent();
  }

  /** The instant since which a snapshot waits for no approval: its load, or its first approval. */
  Optional<Instant> approvedAt(Snapshot snapshot) {
    if (snapshot.approval().isEmpty()) {
      return Optional.of(snapshot.loadedAt());
    }
    return taken.stream()
        .filter(d -> d.kind() == Decision.Kind.APPROVE && d.isAbout(snapshot))
        .findFirst()
        .map(Decision::at);
  }

  /** Whether a snapshot was withdrawn, by itself or with all that its list had by then. */
  public boolean isWithdrawn(Snapshot snapshot) {
    return withdrawnAt(snapshot).isPresent();
  }

  /** When a snapshot was withdrawn first; empty when it was not. */
  Optional<Instant> withdrawnAt(Snapshot snapshot) {
    return taken.stream()
        .filter(d -> d.kind() == Decision.Kind.WITHDRAW && d.list().equals(snapshot.list()))
        .filter(
            d -> d.isAbout(snapshot) || (d.isAboutList() && !snapshot.loadedAt().isAfter(d.at())))
        .findFirst()
        .map(Decision::at);
  }

  /** Whether a person approved a snapshot of a list since the list was last withdrawn. */
  public boolean isListApproved(String list) {
    boolean approved = false;
    for (Decision d : taken) {
      if (d.list().equals(list) && d.kind() == Decision.Kind.APPROVE && d.snapshot().isPresent()) {
        approved = true;
      } else if (d.list().equals(list) && d.kind() == Decision.Kind.WITHDRAW && d.isAboutList()) {
        approved = false;
      }
    }
    return approved;
  }

  /** All that was decided about single entries of a list, in order. */
  public List<Decision> ofEntries(String list) {
    return taken.stream().filter(d -> d.list().equals(list) && d.entry().isPresent()).toList();
  }

  /** Entries of a list that were withdrawn and not approved again since. */
  public Set<Long> withdrawnEntries(String list) {
    Map<Long, Decision.Kind> last = new HashMap<>();
    ofEntries(list).forEach(d -> last.put(d.entry().getAsLong(), d.kind()));
    return last.entrySet().stream()
        .filter(e -> e.getValue() == Decision.Kind.WITHDRAW)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
