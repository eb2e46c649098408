package io.platelake.app.export;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.DocumentOption;
import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.ExportLedger;
import io.platelake.app.ledger.export.TrackedExport;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake export destroyed}. */
@Command(
    name = "destroyed",
    description =
        "Record a destruction: that a recipient outside confirmed it, or that somebody deleted the"
            + " files here by hand.")
@CommandContract(
    needs = Permission.PURGE,
    result = ExportDestroyedCommand.ExportDestroyedResult.class,
    example = "export destroyed EXPORT --document \"letter of 2026-07-01\"",
    refused = "the files are at their place, or the document names a plate")
public final class ExportDestroyedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "EXPORT", description = "Id of the export.")
  private String id;

  @Mixin private DocumentOption document;

  /** What a run gives. */
  record ExportDestroyedResult(long recorded, String exportId, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> document.reference(), this::run);
  }

  private JobResult run(JobContext job, String reference) {
    TrackedExport tracked = ExportLedger.get(job.lake(), id, job.asOf());
    Export export = tracked.export();
    job.standing().requireAgency(export.agency());
    FreeText.refusePlates(job.lake(), "--document", reference);
    boolean confirms = export.to().outside() && tracked.confirmedAt().isEmpty();
    if (tracked.failed() || !confirms && !tracked.isOut()) {
      throw new BadInput("Export " + id, "its destruction is on record", "Nothing is left to do.");
    }
    if (!confirms && Files.exists(export.path())) {
      throw new Refusal(
          "Export " + id,
          "its file is at its place",
          "Delete it: platelake export destroy --agency " + export.agency());
    }
    ExportLedger.record(
        job.lake(),
        List.of(export),
        confirms ? ExportLedger.Event.CONFIRMED : ExportLedger.Event.DESTROYED,
        job.asOf(),
        job.principal(),
        reference);
    return JobResult.of(
        new ExportDestroyedResult(
            1,
            id,
            List.of(
                confirms
                    ? "The recipient's confirmation is on record."
                    : "The destruction is on record; no file was found at its place.")));
  }
}
