package io.platelake.app.export;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.export.ExportLedger;
import io.platelake.app.ledger.export.TrackedExport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake export check}: reads bytes and shows none of them. */
@Command(
    name = "check",
    description =
        "Check that exports are unchanged at their places, and that those destroyed went.")
@CommandContract(
    result = ExportCheckCommand.ExportCheckResult.class,
    example = "export check",
    finding = "an export was changed, is missing, or is there although it was destroyed")
public final class ExportCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** What a run gives. */
  record ExportCheckResult(long exports, long faults, List<String> lines) implements RunResult {
    @Override
    public RunOutcome outcome() {
      return faults == 0 ? RunOutcome.DONE : RunOutcome.FINDING;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, ExportCheckCommand::run);
  }

  private static JobResult run(JobContext job) {
    List<TrackedExport> exports = ExportLedger.all(job.lake(), job.asOf());
    List<String> lines = new ArrayList<>();
    for (TrackedExport tracked : exports) {
      ExportFiles.fault(tracked)
          .ifPresent(fault -> lines.add("Export " + tracked.export().id() + ": " + fault + "."));
    }
    long faults = lines.size();
    lines.add(exports.size() + " exports were checked, " + faults + " are not as they should be.");
    return JobResult.of(new ExportCheckResult(exports.size(), faults, lines));
  }
}
