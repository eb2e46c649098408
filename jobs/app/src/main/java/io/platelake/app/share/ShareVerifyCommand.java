package io.platelake.app.share;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.option.DocumentOption;
import io.platelake.app.ledger.share.Share;
import io.platelake.app.ledger.share.ShareEvent;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import io.platelake.core.policy.authority.BasisRule;
import io.platelake.core.share.ShareDenial;
import io.platelake.core.share.ShareRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake share verify}. */
@Command(
    name = "verify",
    description = "Record that a request was verified, and which items are on file.")
@CommandContract(
    needs = Permission.RELEASE,
    result = ShareStepResult.class,
    example = "share verify SHARE --item legal_document --document \"warrant 26-2-00123\"",
    refused = "the document names a plate")
public final class ShareVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHARE", description = "Id of the share.")
  private String id;

  @Option(
      names = "--item",
      paramLabel = "NAME",
      description = "Item of the basis that the document puts on file; may be repeated.")
  private List<String> items = List.of();

  @Mixin private DocumentOption document;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> document.reference(), this::run);
  }

  private JobResult run(JobContext job, String reference) {
    Share share = ShareDesk.open(job, id);
    job.standing().requireAgency(share.request().agency());
    ShareDesk desk = new ShareDesk(job, share.request().agency());
    desk.refusePlates(List.of(reference));
    Map<String, String> given = new TreeMap<>();
    items.forEach(item -> given.put(known(desk, share.request(), item), reference));
    desk.record(share, ShareEvent.Kind.VERIFY, ShareEvent.Detail.items(given, reference));
    List<ShareDenial> left = desk.decider().denials(share.request().with(given));
    return desk.result(
        share,
        "Share "
            + id
            + " is verified."
            + (left.isEmpty() ? " Another person can approve it." : " This is still in its way:"),
        left,
        RunOutcome.DONE);
  }

  private static String known(ShareDesk desk, ShareRequest request, String item) {
    List<String> needed =
        Optional.ofNullable(desk.policy().policy().sharingRules().bases().get(request.basis()))
            .map(BasisRule::requires)
            .orElse(List.of());
    if (!needed.contains(item)) {
      throw new BadInput(
          "--item", "the basis needs no such item", "Use of " + String.join(", ", needed) + ".");
    }
    return item;
  }
}
