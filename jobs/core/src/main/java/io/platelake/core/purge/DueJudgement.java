package io.platelake.core.purge;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a purge does with rows. */
public sealed interface DueJudgement {
  /**
   * They go in this run.
   *
   * @param limit when the first of them must be gone; empty when the policy sets no maximum
   * @param at that limit, or else from when they may go
   */
  record Goes(Optional<Instant> limit, Instant at) implements DueJudgement {}

  /**
   * They have stayed long enough and need an approval to go.
   *
   * @param roles who still has to approve, at least one
   */
  record Waits(Set<String> roles) implements DueJudgement {
    public Waits {
      roles = Set.copyOf(roles);
      if (roles.isEmpty()) {
        throw new IllegalArgumentException("waits for no role");
      }
    }
  }

  /** They stay for now. */
  record Stays() implements DueJudgement {}
}
