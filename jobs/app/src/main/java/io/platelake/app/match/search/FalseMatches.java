package io.platelake.app.match.search;

import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.Suppression;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** False matches that a person has ruled out, by entry; a run judges all hits at one instant. */
final class FalseMatches implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<Long, ArrayList<Suppression>> byEntry = new HashMap<>();
  private final Instant asOf;

  FalseMatches(List<Suppression> suppressions, Instant asOf) {
    this.asOf = asOf;
    suppressions.forEach(s -> byEntry.computeIfAbsent(s.entryId(), e -> new ArrayList<>()).add(s));
  }

  boolean holds(long entryId, long readKey, Description read, Description entry) {
    List<Suppression> ofEntry = byEntry.get(entryId);
    return ofEntry != null
        && ofEntry.stream().anyMatch(s -> s.covers(entryId, readKey, read, entry, asOf));
  }
}
