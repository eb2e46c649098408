package io.platelake.app.audit.log;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.ledger.access.AccessLogRows;
import io.platelake.app.ledger.access.AccessTotals;
import io.platelake.app.ledger.access.LogWitnesses;
import io.platelake.core.access.Permission;
import io.platelake.core.accesslog.ChainedRow;
import io.platelake.core.accesslog.DayTotal;
import io.platelake.core.accesslog.LogCheck;
import io.platelake.core.accesslog.LogFault;
import io.platelake.core.accesslog.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake audit verify}. */
@Command(
    name = "verify",
    description =
        "Check the access log of an agency: hashes, numbers, sums by day, and what runs and"
            + " certificates know of it.")
@CommandContract(
    needs = Permission.AUDIT,
    result = AuditVerifyCommand.AuditVerifyResult.class,
    example = "audit verify --agency city-2",
    finding = "the log has a fault, or a look has no outcome")
public final class AuditVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private AgencyOption agency;

  /** What a run gives. */
  record AuditVerifyResult(
      RunOutcome outcome,
      long rows,
      long sums,
      long witnesses,
      long faults,
      long unfinished,
      @Detail long logSeq,
      String logHash,
      List<String> found,
      List<String> unfinishedSearches,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    String owner = agency.id();
    LoggedReading reading = LoggedReading.begin(job, owner, "audit verify", "every row");
    List<ChainedRow> rows = AccessLogRows.all(reading.lake(), owner);
    List<DayTotal> totals = new AccessTotals(job.lake()).all(owner);
    List<Witness> witnesses = LogWitnesses.of(job.lake(), owner);
    LogCheck.Report report =
        LogCheck.of(rows, totals, witnesses, LogWitnesses.purged(job.lake(), owner));
    List<String> found = report.faults().stream().map(LogFault::line).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        rows.size()
            + " rows, "
            + totals.size()
            + " sums and "
            + witnesses.size()
            + " witnesses: "
            + (found.isEmpty() ? "the chain holds" : found.size() + " faults"));
    lines.addAll(found);
    report
        .unfinished()
        .forEach(id -> lines.add("search " + id + ": it was started and has no outcome"));
    boolean isClean = found.isEmpty() && report.unfinished().isEmpty();
    return JobResult.of(
            new AuditVerifyResult(
                isClean ? RunOutcome.DONE : RunOutcome.FINDING,
                rows.size(),
                totals.size(),
                witnesses.size(),
                found.size(),
                report.unfinished().size(),
                reading.row().seq(),
                reading.row().hash(),
                found,
                report.unfinished(),
                lines))
        .under(owner, reading.policy().version());
  }
}
