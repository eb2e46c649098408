package io.platelake.core.list;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The snapshots that a list goes by at an instant.
 *
 * @param newest the last that nobody withdrew, whether or not it is approved
 * @param used the last that nobody withdrew and that needs no further approval
 */
public record CurrentSnapshots(Optional<Snapshot> newest, Optional<Snapshot> used) {
  public CurrentSnapshots {
    Objects.requireNonNull(newest, "newest");
    Objects.requireNonNull(used, "used");
  }

  /**
   * @param list snapshots of one list, the one that counts last at the end
   */
  public static CurrentSnapshots of(List<Snapshot> list, Decisions decisions) {
    List<Snapshot> kept = list.stream().filter(s -> !decisions.isWithdrawn(s)).toList();
    return new CurrentSnapshots(
        kept.stream().reduce((a, b) -> b),
        kept.stream().filter(decisions::isApproved).reduce((a, b) -> b));
  }
}
