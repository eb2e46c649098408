package io.platelake.app.share;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.share.Share;
import io.platelake.app.ledger.share.ShareEvent;
import io.platelake.app.ledger.share.ShareLedger;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import io.platelake.core.share.ShareDenial;
import io.platelake.core.share.ShareRequest;
import io.platelake.core.share.ShareRequestFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake share request}. */
@Command(
    name = "request",
    description =
        "Record a request of others for data, also one that cannot be granted: that one is refused"
            + " at once.")
@CommandContract(
    needs = Permission.RELEASE,
    result = ShareStepResult.class,
    example = "share request request-1.yaml",
    refused = "the policy or the registers give the recipient nothing, or a text names a plate")
public final class ShareRequestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Request as YAML.")
  private Path file;

  @Override
  public Integer call() {
    return JobRunner.onLake(
        spec, asOf -> ShareRequestFile.read(InputFiles.text(file), file.toString()), this::run);
  }

  private JobResult run(JobContext job, ShareRequest request) {
    job.standing().requireAgency(request.agency());
    if (ShareLedger.isKnown(job.lake(), request.id())) {
      throw new BadInput("Share " + request.id(), "the id is taken", "Choose another id.");
    }
    if (request.receivedAt().isAfter(job.asOf())) {
      throw new BadInput(
          "Request file " + file, "received_at is after the now of the run", "Correct it.");
    }
    ShareDesk desk = new ShareDesk(job, request.agency());
    List<String> texts = new ArrayList<>(request.items().values());
    texts.addAll(List.of(request.need(), request.consideration()));
    desk.refusePlates(texts);
    Share share = share(desk, request);
    List<ShareDenial> denials = desk.decider().denials(request);
    desk.record(share, ShareEvent.Kind.REQUEST, ShareEvent.Detail.NONE);
    String what = "Share " + request.id();
    if (denials.stream().anyMatch(denial -> denial.reason().isFinal())) {
      desk.record(
          share,
          ShareEvent.Kind.REFUSE,
          ShareEvent.Detail.refusal(ShareDesk.reasons(denials), Optional.empty()));
      return desk.result(share, what + " is on record and refused.", denials, RunOutcome.REFUSED);
    }
    String routed =
        share.routedTo().map(office -> " It goes to the office " + office + ".").orElse("");
    return desk.result(
        share,
        what
            + " is on record."
            + routed
            + (denials.isEmpty() ? " It can be verified." : " This is still in its way:"),
        denials,
        RunOutcome.DONE);
  }

  private static Share share(ShareDesk desk, ShareRequest request) {
    return new Share(
        request,
        desk.registers()
            .find(request.recipient())
            .map(body -> new Share.Body(body.name(), body.ledgerKind(), body.isLawEnforcement()))
            .orElse(new Share.Body(request.recipient(), "other", false)),
        desk.decider().office(request),
        List.of(desk.event(ShareEvent.Kind.REQUEST, ShareEvent.Detail.NONE)));
  }
}
