package io.platelake.app.export;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.ExportLedger;
import io.platelake.app.ledger.export.TrackedExport;
import io.platelake.core.access.Permission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake export destroy}: a job of the night, on the machine of the places. */
@Command(
    name = "destroy",
    description = "Delete the exports whose day has come, and record what proves it.")
@CommandContract(
    needs = Permission.PURGE,
    result = ExportDestroyCommand.ExportDestroyResult.class,
    example = "export destroy --agency city-2",
    finding = "an export whose day has come could not be deleted, or was not at its place")
public final class ExportDestroyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  /** What a run gives. */
  record ExportDestroyResult(long due, long destroyed, long missing, List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return destroyed == due && missing == 0 ? RunOutcome.DONE : RunOutcome.FINDING;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    job.standing().requireAgency(agency.id());
    List<Export> due =
        ExportLedger.all(job.lake(), job.asOf()).stream()
            .filter(tracked -> tracked.isDue(job.asOf()))
            .map(TrackedExport::export)
            .filter(export -> export.agency().equals(agency.id()))
            .toList();
    List<String> lines = new ArrayList<>();
    long destroyed = 0;
    long missing = 0;
    for (Export export : due) {
      try {
        boolean there = ExportFiles.digest(export.path()).isPresent();
        String proof = ExportFiles.destroy(export);
        ExportLedger.record(
            job.lake(),
            List.of(export),
            ExportLedger.Event.DESTROYED,
            job.asOf(),
            job.principal(),
            proof);
        destroyed++;
        missing += there ? 0 : 1;
        lines.add("Export " + export.id() + ": " + proof + ".");
      } catch (IOException e) {
        lines.add("Export " + export.id() + ": it could not be deleted. Check its folder.");
      }
    }
    lines.add(destroyed + " of " + due.size() + " exports that were due are gone.");
    return JobResult.of(new ExportDestroyResult(due.size(), destroyed, missing, lines));
  }
}
