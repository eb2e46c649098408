package io.platelake.app.share;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.option.DocumentOption;
import io.platelake.app.ledger.share.Share;
import io.platelake.app.ledger.share.ShareEvent;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.share.ShareDenial;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake share approve}: never by the person who recorded the request. */
@Command(
    name = "approve",
    description = "Approve a request that another person recorded, in the office the policy names.")
@CommandContract(
    needs = Permission.APPROVE,
    result = ShareStepResult.class,
    example = "share approve SHARE --role chief --document \"memo 12\"",
    refused = "a reason is left, the person recorded the request, or does not hold the office")
public final class ShareApproveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHARE", description = "Id of the share.")
  private String id;

  @Option(
      names = "--role",
      paramLabel = "OFFICE",
      description = "Office in which the principal approves, where the policy names one.")
  private String role;

  @Mixin private DocumentOption document;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> document.reference(), this::run);
  }

  private JobResult run(JobContext job, String reference) {
    Share share = ShareDesk.open(job, id);
    String agency = share.request().agency();
    job.standing().requireAgency(agency);
    ShareDesk desk = new ShareDesk(job, agency);
    desk.refusePlates(List.of(reference));
    Optional<String> office = desk.decider().office(share.request());
    if (office.isPresent() && !office.get().equals(role)) {
      throw new Refusal(
          "Share " + id,
          "the policy has the office " + office.get() + " decide",
          "Let that office approve it, with --role " + office.get());
    }
    office.ifPresent(name -> job.standing().requireOffice(agency, name));
    List<ShareDenial> denials =
        desk.decider()
            .againstApproval(
                share.request(),
                share.steps(job.standing()::person),
                job.standing().person(job.principal()));
    if (!denials.isEmpty()) {
      return desk.deny(share, denials);
    }
    desk.record(share, ShareEvent.Kind.APPROVE, ShareEvent.Detail.approval(office, reference));
    return desk.result(
        share, "Share " + id + " is approved. Its data can go.", List.of(), RunOutcome.DONE);
  }
}
