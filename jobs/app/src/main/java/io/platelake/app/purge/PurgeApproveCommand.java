package io.platelake.app.purge;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.GlobalOptions;
import io.platelake.app.job.Ids;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.Approvals;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.RowFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake purge approve}: a decision that a policy asks for before anything goes. */
@Command(
    name = "approve",
    description = "Record that somebody the policy names approves a purge up to a date.")
@CommandContract(
    example =
        "purge approve --agency city-2 --purpose criminal --role chief --captured-before"
            + " 2026-06-01T00:00:00Z --document memo-17",
    refused = "the policy asks for no such approval, or keeps what it would cover")
public final class PurgeApproveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--agency", required = true, paramLabel = "ID", description = "Agency id.")
  private String agency;

  @Option(
      names = "--purpose",
      paramLabel = "P",
      description = "Purpose of the reads that may go, with what follows them.")
  private String purpose;

  @Option(
      names = "--records",
      paramLabel = "CLASS",
      description = "Record class that may go instead of reads, such as hotlists.")
  private String records;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "Who approves, as the policy names it.")
  private String role;

  @Option(
      names = "--captured-before",
      required = true,
      paramLabel = "INSTANT",
      description = "What is older than this may go.")
  private String before;

  @Option(
      names = "--document",
      required = true,
      paramLabel = "REF",
      description = "Reference of the decision, such as a resolution number.")
  private String document;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Ids.check("--agency", agency);
    if ((purpose == null) == (records == null)) {
      throw new BadInput("--purpose", "or --records is missing, or both are given", "Give one.");
    }
    if (document.isBlank()) {
      throw new BadInput("--document", "is empty", "Name the decision that stands behind it.");
    }
    Instant limit = GlobalOptions.instant("--captured-before", before);
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency, job.asOf());
    RetentionRule rule = rule(policy);
    check(rule, limit, job.asOf());
    String recordClass = records == null ? Approvals.READS : records;
    job.lake()
        .append(
            Table.PURGE_APPROVALS,
            List.of(
                RowFactory.create(
                    agency,
                    recordClass,
                    purpose,
                    role,
                    Timestamp.from(limit),
                    document,
                    Timestamp.from(job.asOf()),
                    job.principal())),
            new CommitKey(
                "approve:"
                    + String.join(
                        ":", agency, recordClass, String.valueOf(purpose), role, limit.toString()),
                0));
    TreeSet<String> others = new TreeSet<>(rule.approval());
    others.remove(role);
    return JobResult.done(Map.of("approvals", 1L))
        .under(agency, policy.version())
        .with(Map.of("role", role, "captured_before", limit.toString()))
        .saying(
            List.of(
                role + " approves that " + recordClass + " older than " + limit + " go.",
                others.isEmpty()
                    ? "Next: platelake purge plan"
                    : "The policy also asks for: " + String.join(", ", others) + "."));
  }

  private RetentionRule rule(PolicyInForce policy) {
    if (purpose != null) {
      return policy.policy().retention(purpose);
    }
    return policy
        .policy()
        .recordClass(records)
        .own()
        .orElseThrow(
            () -> refusal("the policy asks for no approval for " + records, "Nothing to approve."));
  }

  private void check(RetentionRule rule, Instant limit, Instant asOf) {
    if (!rule.approval().contains(role)) {
      throw refusal(
          "the policy does not ask for approval by " + role,
          rule.approval().isEmpty()
              ? "Nothing to approve: the purge takes what is due."
              : "Use one of " + String.join(", ", new TreeSet<>(rule.approval())) + ".");
    }
    rule.keptUntil(limit)
        .filter(until -> until.isAfter(asOf))
        .ifPresent(
            until -> {
              throw refusal(
                  "what was captured just before " + limit + " has to stay until " + until,
                  "Give an earlier --captured-before: the policy keeps at least "
                      + rule.min().get()
                      + " ("
                      + rule.authority()
                      + ").");
            });
  }

  private Refusal refusal(String why, String remedy) {
    return new Refusal("Approval for " + agency, why, remedy);
  }
}
