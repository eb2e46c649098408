package io.platelake.core.purge;

import java.time.Instant;
import java.util.Set;

/** The approvals of purges that are on record, for reads and what follows them. */
@FunctionalInterface
public interface ReadApprovals {
  /**
   * The roles whose approval does not reach an instant of capture yet.
   *
   * @param roles roles that have to approve
   */
  Set<String> missing(OwnedDate of, Set<String> roles, Instant captured);
}
