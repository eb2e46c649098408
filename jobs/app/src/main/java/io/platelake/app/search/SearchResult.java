package io.platelake.app.search;

import io.platelake.app.job.Detail;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.core.accesslog.ChainedRow;
import java.util.List;

/**
 * What a run gives. Its record in {@code job_runs} is a witness of the access log, kept under
 * another root: {@code log_seq} and {@code log_hash} are those of its last row.
 */
record SearchResult(
    RunOutcome outcome,
    long requests,
    long denied,
    long tooMany,
    long answered,
    long rowsLooked,
    long rowsGiven,
    @Detail long logSeq,
    String logHash,
    List<String> files,
    List<String> lines)
    implements RunResult {

  static SearchResult of(
      SearchCounts counts, ChainedRow last, List<String> files, List<String> lines) {
    return new SearchResult(
        counts.hasRefused() ? RunOutcome.REFUSED : RunOutcome.DONE,
        counts.requests(),
        counts.denied(),
        counts.tooMany(),
        counts.answered(),
        counts.rowsLooked(),
        counts.rowsGiven(),
        last.seq(),
        last.hash(),
        files,
        lines);
  }
}
