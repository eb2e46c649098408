package io.platelake.app.ledger.purge;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Purges that are not finished.
 *
 * @param resumable digests of plans that have begun and are not done, however old, and of plans
 *     that are young enough to begin
 * @param atWork of these the ones that have begun not long ago: they still need replaced files, to
 *     copy what a late hold keeps
 */
public record OpenPurges(Set<String> resumable, Set<String> atWork) {
  /** No policy lets a plan begin when it is older. */
  private static final Duration YOUNG = Duration.ofDays(30);

  /** After this a broken run is superseded: each night plans what it left. */
  private static final Duration RECENT = Duration.ofDays(7);

  public OpenPurges {
    resumable = Set.copyOf(resumable);
    atWork = Set.copyOf(atWork);
  }

  /**
   * As the ledger says.
   *
   * @param asOf now of the run, UTC
   */
  public static OpenPurges of(Lake lake, Instant asOf) {
    Set<String> done = new HashSet<>();
    Set<String> begun = new HashSet<>();
    Set<String> young = new HashSet<>();
    Set<String> recent = new HashSet<>();
    for (NamedRow row :
        NamedRow.all(lake.ledger(Table.PURGE_RUNS).select("run_id", "step", "as_of"))) {
      String plan = row.text("run_id");
      String step = row.text("step");
      Instant at = row.instant("as_of");
      if (step.equals(PurgeStep.DONE.label())) {
        done.add(plan);
      } else if (!step.equals(PurgeStep.PLAN.label())) {
        begun.add(plan);
      }
      if (at.isAfter(asOf.minus(YOUNG))) {
        young.add(plan);
      }
      if (at.isAfter(asOf.minus(RECENT))) {
        recent.add(plan);
      }
    }
    Set<String> resumable = new HashSet<>(begun);
    resumable.addAll(young);
    resumable.removeAll(done);
    begun.retainAll(recent);
    begun.removeAll(done);
    return new OpenPurges(resumable, begun);
  }
}
