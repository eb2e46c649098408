package io.platelake.app.purge.run;

import io.platelake.app.facts.FactsJob;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.ClosedForAll;
import io.platelake.app.ledger.purge.FinishedSteps;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.app.ledger.purge.PurgeLedger;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.ledger.purge.PurgeStep;
import io.platelake.app.ledger.purge.StepLine;
import io.platelake.app.ledger.site.RawRetention;
import io.platelake.core.Refusal;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.ErasedFiles;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.erase.UncommittedFileAge;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Carries out a plan. The steps: close the dates, compute their facts, copy held reads, write the
 * references for outside stores, remove raw files, delete, vacuum, sweep.
 *
 * <p>Every step leaves its rows in the ledger when it is finished, and can be done twice without
 * harm before that, so a run that was killed anywhere goes on where it stopped and leaves the same
 * tables.
 */
final class PurgeRun {
  private final Lake lake;
  private final PurgePlan plan;
  private final PurgeLedger ledger;
  private final Erasure erasure;
  private final Progress progress;
  private final Optional<Path> references;
  private final FinishedSteps finished;
  private final HeldReads held;

  /**
   * @param references file for references to pictures in outside stores
   */
  PurgeRun(
      Lake lake, PurgePlan plan, PurgeLedger ledger, Optional<Path> references, Progress progress) {
    this.lake = lake;
    this.plan = plan;
    this.ledger = ledger;
    this.erasure = new Erasure(lake);
    this.references = references;
    this.progress = progress;
    this.finished = ledger.finished();
    this.held = new HeldReads(lake, plan, ledger, finished, progress);
  }

  PurgeTotals run() throws IOException {
    close();
    facts();
    held.copy();
    long handed = references();
    rawFiles();
    Map<Table, List<PlanItem>> byTable =
        plan.items().stream()
            .collect(Collectors.groupingBy(PlanItem::table, TreeMap::new, Collectors.toList()));
    for (Map.Entry<Table, List<PlanItem>> e : byTable.entrySet()) {
      delete(e.getKey(), e.getValue());
    }
    long files = 0;
    long bytes = 0;
    for (Map.Entry<Table, List<PlanItem>> e : byTable.entrySet()) {
      vacuum(e.getKey(), e.getValue());
      sweep(e.getKey(), e.getValue());
      files += e.getValue().stream().mapToLong(PlanItem::files).sum();
      bytes += e.getValue().stream().mapToLong(PlanItem::bytes).sum();
    }
    if (!finished.contains(PurgeStep.DONE)) {
      sweepUncommitted();
      ledger.finish(PurgeStep.DONE, StepLine.counted(plan.rows()));
    }
    return new PurgeTotals(
        plan.items().size(), plan.rows(), files, bytes, held.copied(), handed, held.tooLate());
  }

  private void close() {
    List<PlanItem> reads = items(Table.READS);
    if (todo(PurgeStep.CLOSE, Table.READS, reads)) {
      ledger.finish(PurgeStep.CLOSE, Table.READS, reads.stream().map(StepLine::closed).toList());
    }
    if (!plan.items().isEmpty() && !finished.contains(PurgeStep.DONE)) {
      // Only now, when the ledger names the dates: a job that starts again must find them there.
      lake.markClosed(plan.digest());
    }
  }

  private void facts() {
    if (items(Table.READS).isEmpty() || finished.contains(PurgeStep.FACTS)) {
      return;
    }
    Map<List<String>, List<LocalDate>> dates = new LinkedHashMap<>();
    for (PlanItem item : items(Table.READS)) {
      for (String agency : item.agencies()) {
        dates
            .computeIfAbsent(List.of(agency, item.where().purpose()), k -> new ArrayList<>())
            .add(item.where().date());
      }
    }
    List<FactsJob.Scope> scopes = new ArrayList<>();
    dates.forEach((key, days) -> scopes.add(new FactsJob.Scope(key.get(0), key.get(1), days)));
    long facts = FactsJob.compute(lake, scopes, Instant.parse(plan.asOf()));
    ledger.finish(PurgeStep.FACTS, StepLine.counted(facts));
  }

  private void rawFiles() throws IOException {
    if (finished.contains(PurgeStep.RAW)) {
      return;
    }
    if (!plan.rawFiles().isEmpty()) {
      progress.say("removing " + plan.raw() + " landed raw file(s)");
    }
    RawRetention.remove(
        lake, plan.rawFiles(), Instant.parse(plan.asOf()), "raw-gone:" + plan.digest());
    ledger.finish(PurgeStep.RAW, StepLine.counted(plan.raw()));
  }

  private long references() {
    if (references.isEmpty() || finished.contains(PurgeStep.REFERENCES)) {
      return 0;
    }
    for (Table table : List.of(Table.READS, Table.EVIDENCE)) {
      if (finished.contains(PurgeStep.DELETE, table)) {
        throw new Refusal(
            "--image-refs",
            "rows of " + table.folder() + " are erased already, and with them their references",
            "Finish the purge without it, and name it at the start of the next.");
      }
    }
    long written = ImageReferences.write(lake, plan, references.get());
    ledger.finish(PurgeStep.REFERENCES, StepLine.counted(written));
    return written;
  }

  private void delete(Table table, List<PlanItem> items) {
    if (!todo(PurgeStep.DELETE, table, items)) {
      return;
    }
    held.copy();
    progress.say("deleting rows of " + items.size() + " partition(s) of " + table.folder());
    List<StepLine> lines = new ArrayList<>();
    // Partitions that go whole rewrite nothing, so they have a commit of their own.
    List<PlanItem> whole = items.stream().filter(PlanItem::whole).toList();
    List<PlanItem> shares = items.stream().filter(i -> !i.whole()).toList();
    if (!whole.isEmpty()) {
      add(lines, whole, erasure.delete(table, whole.stream().map(PlanItem::where).toList()));
    }
    if (!shares.isEmpty()) {
      Map<Partition, List<String>> owners = new LinkedHashMap<>();
      shares.forEach(item -> owners.put(item.where(), item.agencies()));
      add(lines, shares, erasure.delete(table, owners));
    }
    ledger.finish(PurgeStep.DELETE, table, lines);
  }

  private static void add(List<StepLine> lines, List<PlanItem> items, List<ErasedFiles> erased) {
    for (int i = 0; i < items.size(); i++) {
      lines.add(StepLine.deleted(items.get(i), deleted(items.get(i), erased.get(i))));
    }
  }

  /**
   * A run that was killed between the commit and this line leaves nothing to delete. The plan then
   * lists exactly what went, file by file.
   */
  private static ErasedFiles deleted(PlanItem item, ErasedFiles erased) {
    boolean before = item.whole() && erased.files() == 0;
    return before ? new ErasedFiles(erased.version(), item.files(), item.bytes()) : erased;
  }

  private void vacuum(Table table, List<PlanItem> items) throws IOException {
    if (!todo(PurgeStep.VACUUM, table, items)) {
      return;
    }
    // The last moment: without their files the rows cannot be copied any more.
    held.copy();
    held.filesGo(table);
    progress.say("vacuuming " + table.folder());
    ErasedFiles erased =
        erasure.vacuum(
            table, items.stream().map(PlanItem::where).toList(), UncommittedFileAge.AFTER);
    ledger.finish(PurgeStep.VACUUM, table, List.of(StepLine.vacuumed(erased)));
  }

  private void sweep(Table table, List<PlanItem> items) throws IOException {
    if (!todo(PurgeStep.SWEEP, table, items)) {
      return;
    }
    List<ErasedFiles> swept = erasure.sweep(table, items.stream().map(PlanItem::where).toList());
    List<StepLine> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      lines.add(StepLine.swept(items.get(i), swept.get(i)));
    }
    ledger.finish(PurgeStep.SWEEP, table, lines);
  }

  /**
   * A job that this purge overtook may have written to a closed date of any table before it heard
   * of it. Only dates that are closed for every agency: others may write to the rest.
   */
  private void sweepUncommitted() throws IOException {
    if (plan.items().isEmpty()) {
      return;
    }
    Instant planned = Instant.parse(plan.asOf());
    ClosedForAll all = ClosedForAll.of(lake, PolicyLedger.all(lake, planned).values());
    List<PlanItem> closed =
        items(Table.READS).stream()
            .filter(item -> item.whole() && all.covers(item.where().purpose(), item.where().date()))
            .toList();
    long files = 0;
    for (Table table : lake.contracts().walled()) {
      files +=
          erasure.sweepUncommitted(
              table, closed.stream().map(item -> new Partition(table, item.partition())).toList());
    }
    if (files > 0) {
      progress.say("swept " + files + " file(s) that no commit names");
    }
  }

  private List<PlanItem> items(Table table) {
    return plan.items().stream().filter(i -> i.table() == table).toList();
  }

  private boolean todo(PurgeStep step, Table table, List<PlanItem> items) {
    return !items.isEmpty() && !finished.contains(step, table);
  }
}
