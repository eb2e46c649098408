package io.platelake.app.ledger.purge;

import io.platelake.lake.erase.ErasedFiles;
import java.util.Optional;

/**
 * What a step did, as one line of the ledger.
 *
 * @param item partition and owners it concerned; empty for a step that concerns no single partition
 * @param erased version and files after it; empty when it erased no files
 * @param rows rows it concerned; empty when it is not about rows
 * @param detail JSON: the whole plan for the step that plans, the holds and versions for evidence;
 *     otherwise empty
 */
public record StepLine(
    Optional<PlanItem> item,
    Optional<ErasedFiles> erased,
    Optional<Long> rows,
    Optional<String> detail) {

  public static StepLine planned(PurgePlan plan) {
    return new StepLine(
        Optional.empty(), Optional.empty(), Optional.of(plan.rows()), Optional.of(plan.toJson()));
  }

  /** A step that is told by a number of rows. */
  public static StepLine counted(long rows) {
    return new StepLine(Optional.empty(), Optional.empty(), Optional.of(rows), Optional.empty());
  }

  /** Copies for holds. */
  static StepLine held(HeldCopies copies, long rows) {
    return new StepLine(
        Optional.empty(), Optional.empty(), Optional.of(rows), Optional.of(copies.toJson()));
  }

  public static StepLine closed(PlanItem item) {
    return new StepLine(
        Optional.of(item), Optional.empty(), Optional.of(item.rows()), Optional.empty());
  }

  public static StepLine deleted(PlanItem item, ErasedFiles erased) {
    return new StepLine(
        Optional.of(item), Optional.of(erased), Optional.of(item.rows()), Optional.empty());
  }

  public static StepLine vacuumed(ErasedFiles erased) {
    return new StepLine(Optional.empty(), Optional.of(erased), Optional.empty(), Optional.empty());
  }

  public static StepLine swept(PlanItem item, ErasedFiles erased) {
    return new StepLine(Optional.of(item), Optional.of(erased), Optional.empty(), Optional.empty());
  }
}
