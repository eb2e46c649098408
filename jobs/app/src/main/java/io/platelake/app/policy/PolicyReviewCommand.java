package io.platelake.app.policy;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.DocumentOption;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.access.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake policy review}: records that the policy was reviewed and not changed. */
@Command(
    name = "review",
    description = "Record that the policy in force was reviewed; a new version is adopted instead.")
@CommandContract(
    needs = Permission.ADMINISTER,
    result = PolicyReviewCommand.ReviewResult.class,
    example = "policy review --agency city-2 --document memo-17",
    refused = "the agency has no policy in force")
public final class PolicyReviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Mixin private DocumentOption document;

  /** What a run gives. */
  record ReviewResult(long reviews, List<String> lines) implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    String document = this.document.reference();
    FreeText.refusePlates(job.lake(), "--document", document);
    job.standing().requireAgency(agency.id());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    PolicyLedger.review(job.lake(), policy, job.asOf(), document, job.principal());
    Optional<Instant> next = policy.policy().reviewRule().flatMap(r -> r.overdueFrom(job.asOf()));
    return JobResult.of(
            new ReviewResult(
                1,
                List.of(
                    "The policy of " + agency.id() + " was reviewed at " + job.asOf() + ".",
                    next.map(n -> "The next review is due by " + n + ".")
                        .orElse("The policy asks for no other review."))))
        .under(agency.id(), policy.version());
  }
}
