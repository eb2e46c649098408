package io.platelake.app.hold;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.hold.HoldLedger;
import io.platelake.app.ledger.hold.HoldOrder;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.access.Permission;
import io.platelake.core.plate.PlateInText;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hold open}. */
@Command(name = "open", description = "Keep the reads a court order, request or case selects.")
@CommandContract(
    needs = Permission.HOLD,
    result = HoldOpenCommand.HoldOpenResult.class,
    example = "hold open order-1.yaml",
    refused =
        "the agency has no policy in force, its policy allows no such hold, or a text"
            + " names a plate")
public final class HoldOpenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Hold as YAML; plates stand in the file only.")
  private Path file;

  /** What a run gives. */
  record HoldOpenResult(long holdsOpened, String holdId, List<String> lines) implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(
        spec, asOf -> HoldFile.read(InputFiles.text(file), file.toString()), this::run);
  }

  private JobResult run(JobContext job, HoldOrder hold) {
    job.standing().requireAgency(hold.agency());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), hold.agency(), job.asOf());
    HoldAllowance.check(hold, policy.policy());
    HoldLedger.refuseIfKnown(job.lake(), hold.id());
    refusePlates(job.lake(), hold);
    HoldLedger.open(job.lake(), hold, job.asOf(), job.principal());
    return JobResult.of(
            new HoldOpenResult(
                1,
                hold.id(),
                List.of(
                    "Hold "
                        + hold.id()
                        + " is open. What it selects is copied to evidence when its"
                        + " partition is purged.")))
        .under(hold.agency(), policy.version());
  }

  /** Its plates stand in their own column; its texts stay when these are needed no more. */
  private static void refusePlates(Lake lake, HoldOrder hold) {
    List<Long> own =
        hold.selector().plates().stream().flatMap(List::stream).map(PlateKey::pack).toList();
    for (String text : List.of(hold.id(), hold.caseRef(), hold.authority())) {
      PlateInText.refuse("Hold file", text, own);
      FreeText.refusePlates(lake, "Hold file", text);
    }
  }
}
