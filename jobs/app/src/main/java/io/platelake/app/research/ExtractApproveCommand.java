package io.platelake.app.research;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.GlobalOptions;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.release.Approval;
import io.platelake.app.ledger.release.Release;
import io.platelake.app.ledger.release.ReleaseLedger;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake extract approve}. */
@Command(
    name = "approve",
    description = "Approve a requested release, in the role the policy asks for.")
@CommandContract(
    needs = Permission.APPROVE,
    result = ExtractApproveCommand.ExtractApproveResult.class,
    example = "extract approve RELEASE --role chief --expires 2026-08-01T00:00:00Z",
    refused = "the policy allows no release, or no approval by this person or role")
public final class ExtractApproveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RELEASE", description = "Id of the release.")
  private String id;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "Role in which the principal approves, such as chief.")
  private String role;

  @Option(
      names = "--expires",
      required = true,
      paramLabel = "INSTANT",
      description = "First instant at which the approval is void.")
  private String expires;

  /** What a run gives. */
  record ExtractApproveResult(
      long releasesApproved, String releaseId, String parametersDigest, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Release release = ReleaseLedger.get(job.lake(), id, job.asOf());
    String agency = release.parameters().agency();
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency, job.asOf());
    Approval approval =
        new Approval(
            job.principal(),
            role,
            job.asOf(),
            GlobalOptions.instant("--expires", expires),
            release.parameters().digest());
    approval.check(release, policy.policy().research(), job.standing()::person);
    job.standing().requireOffice(agency, role);
    boolean taken =
        release.approvals().stream()
            .anyMatch(a -> a.at().equals(job.asOf()) && !a.equals(approval));
    if (taken) {
      throw new BadInput(
          "Release " + id,
          "another approval of it was given at this very instant",
          "Approve with a later --as-of.");
    }
    ReleaseLedger.approve(job.lake(), release, approval);
    return JobResult.of(
            new ExtractApproveResult(
                1,
                id,
                approval.parametersDigest(),
                List.of(
                    "Release " + id + " is approved until " + approval.expires() + ".",
                    "Next: platelake extract run " + id + " --out DIR")))
        .under(agency, policy.version());
  }
}
