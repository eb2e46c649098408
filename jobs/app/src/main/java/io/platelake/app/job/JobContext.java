package io.platelake.app.job;

import io.platelake.app.job.terminal.Progress;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What a job gets besides its own parameters.
 *
 * @param lake the tables
 * @param asOf the now of the run; no job reads the clock
 * @param standing who runs it, and what that person may do
 * @param runId random id of the run
 * @param progress where to say what is going on
 * @param clock wall clock, for the access log alone: its rows are kept from when they were written
 */
public record JobContext(
    Lake lake,
    Instant asOf,
    Standing standing,
    String runId,
    Progress progress,
    InstantSource clock) {
  /** Of a run whose principal is taken at its word, and whose clock stands still. */
  public JobContext(Lake lake, Instant asOf, String principal, String runId, Progress progress) {
    this(lake, asOf, Standing.stated(principal), runId, progress, InstantSource.fixed(asOf));
  }

  public JobContext {
    Objects.requireNonNull(lake, "lake");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(clock, "clock");
  }

  /** Who runs it, for ledgers. */
  public String principal() {
    return standing.account();
  }
}
