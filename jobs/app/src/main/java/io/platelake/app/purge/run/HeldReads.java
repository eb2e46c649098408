package io.platelake.app.purge.run;

import io.platelake.app.job.terminal.Progress;
import io.platelake.app.ledger.hold.HoldLedger;
import io.platelake.app.ledger.purge.FinishedSteps;
import io.platelake.app.ledger.purge.HeldCopies;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.app.ledger.purge.PurgeLedger;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.ledger.purge.PurgeStep;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Copies what holds keep before it goes. A hold may come after the plan, while the run is at work,
 * or before it is resumed.
 *
 * <p>The dates are closed by then, so one version of each table has every row that goes. The first
 * copy notes these versions, and every copy is made of them. So a hold is honoured until the files
 * are erased, even after the rows have left the table.
 */
final class HeldReads {
  private static final Set<Table> BOTH = Set.of(Table.READS, Table.IMAGES);

  private final Lake lake;
  private final PurgePlan plan;
  private final PurgeLedger ledger;
  private final Progress progress;
  private final List<PlanItem> items;
  private final boolean over;
  private boolean gone;
  private Optional<HeldCopies> copies;
  private long copied;

  HeldReads(
      Lake lake, PurgePlan plan, PurgeLedger ledger, FinishedSteps finished, Progress progress) {
    this.lake = lake;
    this.plan = plan;
    this.ledger = ledger;
    this.progress = progress;
    this.items = plan.items().stream().filter(item -> BOTH.contains(item.table())).toList();
    this.copies = ledger.copies();
    boolean erased = BOTH.stream().anyMatch(t -> finished.contains(PurgeStep.VACUUM, t));
    boolean unknown =
        copies.isEmpty() && BOTH.stream().anyMatch(t -> finished.contains(PurgeStep.DELETE, t));
    this.gone = erased || unknown;
    this.over = finished.contains(PurgeStep.DONE);
  }

  /** Copies for every hold that stands and has no copies yet. */
  void copy() {
    Set<String> missing = missing();
    if (gone || items.isEmpty() || (copies.isPresent() && missing.isEmpty())) {
      return;
    }
    HeldCopies done = copies.orElseGet(this::now);
    if (!missing.isEmpty()) {
      progress.say("copying what " + missing.size() + " open hold(s) keep");
      copied +=
          EvidenceCopy.copy(
              lake, plan, items, done, List.copyOf(missing), Instant.parse(plan.asOf()));
    }
    HeldCopies all = done.with(missing);
    ledger.copied(all, copied);
    copies = Optional.of(all);
  }

  /** From now on files of these tables are erased. */
  void filesGo(Table table) {
    gone |= BOTH.contains(table);
  }

  /** Reads that were copied. */
  long copied() {
    return copied;
  }

  /** Holds that came when the files were gone, and before the run was over. */
  List<String> tooLate() {
    return over || items.isEmpty() ? List.of() : List.copyOf(missing());
  }

  private Set<String> missing() {
    Set<String> holds = new TreeSet<>(HoldLedger.standing(lake));
    holds.addAll(plan.holds());
    copies.ifPresent(c -> holds.removeAll(c.holds()));
    return holds;
  }

  private HeldCopies now() {
    Erasure tables = new Erasure(lake);
    return new HeldCopies(Set.of(), tables.version(Table.READS), tables.version(Table.IMAGES));
  }
}
