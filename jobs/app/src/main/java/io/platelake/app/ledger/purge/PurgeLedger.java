package io.platelake.app.ledger.purge;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.ErasedFiles;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of {@code purge_runs}: what a run did, and so where a repeated run goes on. */
public final class PurgeLedger {
  private final Lake lake;
  private final String runId;
  private final Instant asOf;
  private final String policyVersion;

  public PurgeLedger(Lake lake, String runId, Instant asOf, String policyVersion) {
    this.lake = lake;
    this.runId = runId;
    this.asOf = asOf;
    this.policyVersion = policyVersion;
  }

  /** The plan with this digest; empty when there is none. */
  public static Optional<PurgePlan> plan(Lake lake, String digest) {
    return lake
        .read(Table.PURGE_RUNS)
        .where(col("run_id").equalTo(digest).and(col("step").equalTo(PurgeStep.PLAN.label())))
        .select("detail")
        .collectAsList()
        .stream()
        .findFirst()
        .map(r -> PurgePlan.fromJson(r.getString(0)));
  }

  /** Steps that are finished, as {@code step} or {@code step table}. */
  public Set<String> finished() {
    Set<String> finished = new HashSet<>();
    for (Row r :
        lake.read(Table.PURGE_RUNS)
            .where(col("run_id").equalTo(runId))
            .select("step", "table_name")
            .collectAsList()) {
      finished.add(r.isNullAt(1) ? r.getString(0) : r.getString(0) + " " + r.getString(1));
    }
    return finished;
  }

  /** A line of the ledger. */
  public record Line(
      Table table,
      Partition partition,
      List<String> agencies,
      ErasedFiles erased,
      Long rows,
      String detail) {

    public static Line note(String detail, long rows) {
      return new Line(null, null, null, null, rows, detail);
    }
  }

  /** Writes the lines of a finished step, once however often the run is repeated. */
  public void finish(PurgeStep step, Table table, List<Line> lines) {
    List<Row> rows = new ArrayList<>();
    for (Line line : lines) {
      ErasedFiles erased = line.erased();
      rows.add(
          RowFactory.create(
              runId,
              step.ordinal(),
              step.label(),
              Timestamp.from(asOf),
              table == null ? null : table.folder(),
              line.partition() == null ? null : line.partition().folder(lake.contracts()),
              line.agencies() == null
                  ? null
                  : CollectionConverters.asScala(line.agencies()).toSeq(),
              erased == null ? null : erased.version(),
              erased == null ? null : erased.files(),
              erased == null ? null : erased.bytes(),
              line.rows(),
              policyVersion,
              line.detail()));
    }
    String of = table == null ? "" : ":" + table.folder();
    lake.append(
        Table.PURGE_RUNS, rows, new CommitKey("purge:" + runId + ":" + step.label() + of, 0));
  }
}
