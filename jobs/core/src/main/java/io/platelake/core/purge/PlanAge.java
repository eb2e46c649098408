package io.platelake.core.purge;

import io.platelake.core.policy.retention.PurgeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** How long a plan of a purge may be run. */
public final class PlanAge {
  private PlanAge() {}

  /**
   * Whether a plan may run. It may until the next scheduled purge of the agency that purges most
   * often: from then on rows of that agency may be due that the plan does not list.
   *
   * @param planned when the plan was made
   * @param asOf now of the run; a plan from later than that may not run
   * @param rules purge rules of every agency
   */
  public static boolean mayRun(Instant planned, Instant asOf, Collection<PurgeRules> rules) {
    Duration shortest =
        rules.stream().map(PurgeRules::every).min(Duration::compareTo).orElse(Duration.ZERO);
    return !planned.isAfter(asOf) && !planned.plus(shortest).isBefore(asOf);
  }
}
