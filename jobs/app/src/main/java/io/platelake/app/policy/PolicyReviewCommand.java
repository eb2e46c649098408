package io.platelake.app.policy;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Ids;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake policy review}: records that the policy was reviewed and not changed. */
@Command(
    name = "review",
    description = "Record that the policy in force was reviewed; a new version is adopted instead.")
@CommandContract(
    example = "policy review --agency city-2 --document memo-17",
    refused = "the agency has no policy in force")
public final class PolicyReviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--agency", required = true, paramLabel = "ID", description = "Agency id.")
  private String agency;

  @Option(
      names = "--document",
      required = true,
      paramLabel = "REF",
      description = "Reference of what the review found.")
  private String document;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Ids.check("--agency", agency);
    if (document.isBlank()) {
      throw new BadInput("--document", "is empty", "Name what the review found.");
    }
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency, job.asOf());
    PolicyLedger.review(job.lake(), policy, job.asOf(), document, job.principal());
    Optional<Instant> next = policy.policy().reviewRule().flatMap(r -> r.overdueFrom(job.asOf()));
    return JobResult.done(Map.of("reviews", 1L))
        .under(agency, policy.version())
        .saying(
            List.of(
                "The policy of " + agency + " was reviewed at " + job.asOf() + ".",
                next.map(n -> "The next review is due by " + n + ".")
                    .orElse("The policy asks for no other review.")));
  }
}
