package io.platelake.app.job;

import io.platelake.app.job.terminal.Progress;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.Objects;

/**
 * What a job gets besides its own parameters.
 *
 * @param lake the tables
 * @param asOf the now of the run; no job reads the clock
 * @param standing who runs it, and what that person may do
 * @param runId random id of the run
 * @param progress where to say what is going on
 */
public record JobContext(
    Lake lake, Instant asOf, Standing standing, String runId, Progress progress) {
  /** Of a run whose principal is taken at its word. */
  public JobContext(Lake lake, Instant asOf, String principal, String runId, Progress progress) {
    this(lake, asOf, Standing.stated(principal), runId, progress);
  }

  public JobContext {
    Objects.requireNonNull(lake, "lake");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(progress, "progress");
  }

  /** Who runs it, for ledgers. */
  public String principal() {
    return standing.account();
  }
}
