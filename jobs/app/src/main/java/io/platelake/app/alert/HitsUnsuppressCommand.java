package io.platelake.app.alert;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.DecisionText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.ReasonOption;
import io.platelake.app.ledger.alert.Suppressions;
import io.platelake.app.ledger.alert.Suppressions.KeptRuling;
import io.platelake.app.ledger.alert.Suppressions.Ruling;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import io.platelake.core.plate.PlateInText;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hits unsuppress}. */
@Command(
    name = "unsuppress",
    description = "Withdraw a ruling: the match counts again from the next run on.")
@CommandContract(
    needs = Permission.SUPPRESS,
    result = HitsUnsuppressCommand.UnsuppressResult.class,
    example = "hits unsuppress 4f1c22ab9de01234 --reason \"the camera was right\"",
    refused = "the reason names a plate")
public final class HitsUnsuppressCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SUPPRESSION", description = "Id of the ruling.")
  private String id;

  @Mixin private ReasonOption reason;

  /** What a run gives. */
  record UnsuppressResult(long suppressionsWithdrawn, String suppressionId, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    String reason = this.reason.text();
    KeptRuling kept =
        Suppressions.find(job.lake(), id)
            .orElseThrow(
                () ->
                    new BadInput(
                        "SUPPRESSION",
                        "this ruling does not exist, or it has been purged",
                        "See: platelake hits suppressed"));
    job.standing().requireAgency(kept.agency());
    Ruling ruling = kept.ruling();
    if (ruling.withdrawnAt().isPresent()) {
      throw new BadInput("Suppression " + id, "it is withdrawn already", "Nothing is left to do.");
    }
    PlateInText.refuse("--reason", reason, List.of(kept.readKey()));
    DecisionText.refusePlates(
        job.lake(), "--reason", reason, ruling.list(), Set.of(ruling.entryId()));
    Suppressions.withdraw(job.lake(), kept, job.asOf(), reason, job.principal());
    return JobResult.of(
        new UnsuppressResult(1, id, List.of("Suppression " + id + " is withdrawn.")));
  }
}
