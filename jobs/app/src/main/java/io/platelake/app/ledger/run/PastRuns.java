package io.platelake.app.ledger.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.job.RunOutcome;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.List;

/**
 * The runs of one now, from the ledger of runs.
 *
 * @param runs each with its id
 */
public record PastRuns(List<PastRun> runs) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public PastRuns {
    runs = List.copyOf(runs);
  }

  /**
   * What a run left.
   *
   * @param details as JSON
   * @param counts as JSON
   */
  public record PastRun(String id, RunOutcome outcome, String details, String counts) {}

  public static PastRuns of(Lake lake, Instant asOf) {
    return new PastRuns(
        lake.ledgerRows(Table.JOB_RUNS).stream()
            .filter(row -> row.instant("as_of").equals(asOf))
            .map(PastRuns::run)
            .toList());
  }

  private static PastRun run(NamedRow row) {
    return new PastRun(
        row.text("run_id"),
        RunOutcome.of(row.count("exit_code")),
        row.findText("details").orElse("{}"),
        json(row.row().getJavaMap(row.row().fieldIndex("counts"))));
  }

  private static String json(Object counts) {
    try {
      return JSON.writeValueAsString(counts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("counts of a run", e);
    }
  }

  /** The attempts with this id, in no order. */
  public List<PastRun> attempts(String id) {
    return runs.stream().filter(run -> run.id().startsWith(id + "-")).toList();
  }
}
