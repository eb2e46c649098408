package io.platelake.app.export;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.ExportLedger;
import io.platelake.app.ledger.export.TrackedExport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake export list}. */
@Command(name = "list", description = "List what left the lake, without its content.")
@CommandContract(result = ExportListCommand.ExportListResult.class, example = "export list")
public final class ExportListCommand implements Callable<Integer> {
  private static final String LINE = "%-28s %-10s %-9s %8s %-11s %-12s %s";

  @Spec private CommandSpec spec;

  /** What a run gives. */
  record ExportListResult(long exports, long out, long overdue, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, ExportListCommand::run);
  }

  private static JobResult run(JobContext job) {
    List<TrackedExport> exports = ExportLedger.all(job.lake(), job.asOf());
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            LINE, "export", "agency", "kind", "rows", "destroy on", "state", "recipient"));
    for (TrackedExport tracked : exports) {
      Export e = tracked.export();
      lines.add(
          String.format(
              LINE,
              e.id(),
              e.agency(),
              e.origin().kind(),
              e.content().rows(),
              e.destroyOn().map(Object::toString).orElse("-"),
              tracked.state(job.asOf()),
              e.to().recipient()));
    }
    return JobResult.of(
        new ExportListResult(
            exports.size(),
            exports.stream().filter(TrackedExport::isOut).count(),
            exports.stream()
                .filter(e -> e.isLate(job.asOf()) || e.awaitsConfirmation(job.asOf()))
                .count(),
            lines));
  }
}
