package io.platelake.core.match.rule;

import java.time.Instant;
import java.util.Objects;

/**
 * Whether a matched entry is still on its list. Vehicles are recovered and warrants served: a hit
 * of an entry that is gone must not be acted on. Names are stored in hits.
 */
public enum Listing {
  LISTED,
  /** Gone from a newer snapshot of the same list. */
  STALE;

  /**
   * Judges a hit against the newest usable snapshot of its entry's list.
   *
   * @param hitSource source time of the snapshot that was matched
   * @param newestSource source time of the newest one of the same list
   * @param inNewest whether it holds the entry's id, which stays the same over snapshots
   */
  public static Listing of(Instant hitSource, Instant newestSource, boolean inNewest) {
    Objects.requireNonNull(hitSource, "hitSource");
    Objects.requireNonNull(newestSource, "newestSource");
    // An older snapshot that lacks the entry only shows that the entry is newer than it.
    return inNewest || !newestSource.isAfter(hitSource) ? LISTED : STALE;
  }
}
