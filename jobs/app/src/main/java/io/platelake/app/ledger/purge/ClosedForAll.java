package io.platelake.app.ledger.purge;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.ClosedDates.Closed;
import io.platelake.lake.table.Lake;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Dates of a purpose that are closed for every agency that has the purpose. Of these no job may
 * write any more; in the folder of another date an agency may be about to commit.
 */
public final class ClosedForAll {
  private final Set<Closed> closed;
  private final List<PolicyInForce> policies;

  private ClosedForAll(Set<Closed> closed, Collection<PolicyInForce> policies) {
    this.closed = closed;
    this.policies = List.copyOf(policies);
  }

  /**
   * @param policies those in force, of all agencies of the lake
   */
  public static ClosedForAll of(Lake lake, Collection<PolicyInForce> policies) {
    return new ClosedForAll(ClosedDates.known(lake), policies);
  }

  public boolean covers(String purpose, LocalDate date) {
    return policies.stream()
        .filter(adopted -> adopted.policy().purposes().containsKey(purpose))
        .allMatch(adopted -> closed.contains(new Closed(adopted.agency(), purpose, date)));
  }
}
