package io.platelake.app.ledger.purge;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.Sha256;
import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.ErasedFiles;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of {@code purge_runs}: what a run did, and so where a repeated run goes on. */
public final class PurgeLedger {
  private final Lake lake;
  private final String runId;
  private final Instant asOf;
  private final String policyVersion;

  /**
   * The ledger of a plan; its policy version is that of its only agency, or all of them.
   *
   * @param asOf now of the job, UTC
   */
  public PurgeLedger(Lake lake, PurgePlan plan, Instant asOf) {
    this.lake = lake;
    this.runId = plan.digest();
    this.asOf = asOf;
    this.policyVersion = String.join(",", plan.policies().values());
  }

  /**
   * The plan with this digest.
   *
   * @throws BadInput if there is none
   */
  public static PurgePlan getPlan(Lake lake, String digest) {
    return NamedRow.all(
            lake.ledger(Table.PURGE_RUNS)
                .where(
                    col("run_id").equalTo(digest).and(col("step").equalTo(PurgeStep.PLAN.label())))
                .select("detail"))
        .stream()
        .findFirst()
        .map(row -> PurgePlan.fromJson(row.text("detail")))
        .orElseThrow(
            () ->
                new BadInput(
                    "--plan",
                    "no plan with this digest is in the ledger",
                    "Make one with: platelake purge plan"));
  }

  /** The steps that are finished. */
  public FinishedSteps finished() {
    Set<FinishedSteps.Finished> finished = new HashSet<>();
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.PURGE_RUNS)
                .where(col("run_id").equalTo(runId))
                .select("step", "table_name"))) {
      finished.add(new FinishedSteps.Finished(row.text("step"), row.findText("table_name")));
    }
    return new FinishedSteps(finished);
  }

  /** Writes the line of a finished step, once however often the run is repeated. */
  public void finish(PurgeStep step, StepLine line) {
    // The key of the commit keeps two runs at once apart; it is retired when the purge is old.
    if (!finished().contains(step)) {
      append(step, Optional.empty(), List.of(line));
    }
  }

  /** Writes the lines of a step that is finished for one table. */
  public void finish(PurgeStep step, Table table, List<StepLine> lines) {
    append(step, Optional.of(table), lines);
  }

  /** Writes what has been copied for holds; more than once where more holds came. */
  public void copied(HeldCopies copies, long rows) {
    StepLine line = StepLine.held(copies, rows);
    append(PurgeStep.EVIDENCE, Optional.empty(), List.of(line), ":" + Sha256.of(copies.toJson()));
  }

  /** What has been copied for holds; empty where nothing has been yet. */
  public Optional<HeldCopies> copies() {
    return NamedRow.all(
            lake.ledger(Table.PURGE_RUNS)
                .where(col("run_id").equalTo(runId))
                .where(col("step").equalTo(PurgeStep.EVIDENCE.label()))
                .where(col("detail").isNotNull())
                .select("detail"))
        .stream()
        .map(row -> HeldCopies.fromJson(row.text("detail")))
        .reduce((a, b) -> a.with(b.holds()));
  }

  private void append(PurgeStep step, Optional<Table> table, List<StepLine> lines) {
    append(step, table, lines, table.map(t -> ":" + t.folder()).orElse(""));
  }

  private void append(PurgeStep step, Optional<Table> table, List<StepLine> lines, String of) {
    List<Row> rows = lines.stream().map(line -> row(step, table, line)).toList();
    lake.append(
        Table.PURGE_RUNS, rows, new CommitKey("purge:" + runId + ":" + step.label() + of, 0));
  }

  private Row row(PurgeStep step, Optional<Table> table, StepLine line) {
    return lake.newRow(Table.PURGE_RUNS)
        .with("run_id", runId)
        .with("step_no", step.ordinal())
        .with("step", step.label())
        .with("as_of", asOf)
        .with("table_name", table.map(Table::folder))
        .with("partition", line.item().map(item -> item.where().folder(lake.contracts())))
        .with(
            "agencies",
            line.item().map(item -> CollectionConverters.asScala(item.agencies()).toSeq()))
        .with("version", line.erased().map(ErasedFiles::version))
        .with("files", line.erased().map(ErasedFiles::files))
        .with("bytes", line.erased().map(ErasedFiles::bytes))
        .with("rows", line.rows())
        .with("policy_version", policyVersion)
        .with("detail", line.detail())
        .row();
  }
}
