package io.platelake.app.ledger.purge;

import io.platelake.lake.contract.Table;
import java.util.Optional;
import java.util.Set;

/** The steps of one purge that are finished, and so are not done again. */
public final class FinishedSteps {
  /** A step, of one table where it works on tables. */
  record Finished(String step, Optional<String> table) {}

  private final Set<Finished> steps;

  FinishedSteps(Set<Finished> steps) {
    this.steps = Set.copyOf(steps);
  }

  public boolean contains(PurgeStep step) {
    return steps.contains(new Finished(step.label(), Optional.empty()));
  }

  public boolean contains(PurgeStep step, Table table) {
    return steps.contains(new Finished(step.label(), Optional.of(table.folder())));
  }

  /** Whether the run has changed something: more is on record than the plan. */
  public boolean hasBegun() {
    return steps.size() > 1;
  }
}
