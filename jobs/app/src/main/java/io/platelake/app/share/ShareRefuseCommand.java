package io.platelake.app.share;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.option.ReasonOption;
import io.platelake.app.ledger.share.Share;
import io.platelake.app.ledger.share.ShareEvent;
import io.platelake.core.access.Permission;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake share refuse}. */
@Command(name = "refuse", description = "Refuse a request, with the reason.")
@CommandContract(
    needs = Permission.RELEASE,
    result = ShareStepResult.class,
    example = "share refuse SHARE --reason \"the case is closed\"",
    refused = "the reason names a plate")
public final class ShareRefuseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHARE", description = "Id of the share.")
  private String id;

  @Mixin private ReasonOption reason;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> reason.text(), this::run);
  }

  private JobResult run(JobContext job, String why) {
    Share share = ShareDesk.open(job, id);
    job.standing().requireAgency(share.request().agency());
    ShareDesk desk = new ShareDesk(job, share.request().agency());
    desk.refusePlates(List.of(why));
    desk.record(
        share,
        ShareEvent.Kind.REFUSE,
        ShareEvent.Detail.refusal(List.of("decided"), Optional.of(why)));
    return desk.result(share, "Share " + id + " is refused.", List.of(), RunOutcome.DONE);
  }
}
