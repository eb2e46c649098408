package io.platelake.app.hold;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.hold.Hold;
import io.platelake.app.ledger.hold.HoldLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.access.Permission;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hold close}. */
@Command(
    name = "close",
    description = "End a hold: its evidence goes with the purge that the policy's clock names.")
@CommandContract(
    needs = Permission.HOLD,
    result = HoldCloseCommand.HoldCloseResult.class,
    example = "hold close order-1 --authority \"order of 2026-07-01\"",
    refused = "the authority names a plate")
public final class HoldCloseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "HOLD", description = "Id of the hold.")
  private String id;

  @Option(
      names = "--authority",
      required = true,
      paramLabel = "DOCUMENT",
      description = "Document that ends it, such as the disposition of the case.")
  private String authority;

  /** What a run gives. */
  record HoldCloseResult(long holdsClosed, String holdId, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Ids.check("HOLD", id);
    Hold hold =
        HoldLedger.find(job.lake(), id)
            .orElseThrow(
                () -> new BadInput("Hold " + id, "no such hold", "See: platelake hold list"));
    job.standing().requireAgency(hold.agency());
    if (hold.closedAt().isPresent()) {
      throw new BadInput("Hold " + id, "it is closed already", "Nothing is left to do.");
    }
    FreeText.refusePlates(job.lake(), "--authority", authority);
    HoldLedger.close(job.lake(), hold, authority, job.asOf(), job.principal());
    return JobResult.of(new HoldCloseResult(1, id, List.of("Hold " + id + " is closed.")));
  }
}
