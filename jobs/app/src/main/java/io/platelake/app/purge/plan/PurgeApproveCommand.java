package io.platelake.app.purge.plan;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.DocumentOption;
import io.platelake.app.job.option.GlobalOptions;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.ApprovalSubject;
import io.platelake.app.ledger.purge.Approvals;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.policy.retention.RetentionRule;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake purge approve}: a decision that a policy asks for before anything goes. */
@Command(
    name = "approve",
    description = "Record that somebody the policy names approves a purge up to a date.")
@CommandContract(
    needs = Permission.APPROVE,
    result = PurgeApproveCommand.ApproveResult.class,
    example =
        "purge approve --agency city-2 --purpose criminal --role chief --captured-before"
            + " 2026-06-01T00:00:00Z --document memo-17",
    refused =
        "the policy asks for no such approval, keeps what it would cover, or"
            + " the same person approved in another role")
public final class PurgeApproveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

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

  @Mixin private DocumentOption document;

  /** What a run gives. */
  record ApproveResult(long approvals, String role, Instant capturedBefore, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    if ((purpose == null) == (records == null)) {
      throw new BadInput("--purpose", "or --records is missing, or both are given", "Give one.");
    }
    String document = this.document.reference();
    FreeText.refusePlates(job.lake(), "--document", document);
    Instant limit = GlobalOptions.instant("--captured-before", before);
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    RetentionRule rule = rule(policy);
    check(rule, limit, job.asOf());
    ApprovalSubject subject =
        purpose == null
            ? ApprovalSubject.records(agency.id(), records)
            : ApprovalSubject.reads(agency.id(), purpose);
    Approvals.Decision decision = new Approvals.Decision(subject, role, limit, document);
    Approvals.refuseSecondRole(job.lake(), decision, job.principal(), job.standing()::person);
    job.standing().requireOffice(agency.id(), role);
    Approvals.add(job.lake(), decision, job.asOf(), job.principal());
    TreeSet<String> others = new TreeSet<>(rule.approval());
    others.remove(role);
    return JobResult.of(
            new ApproveResult(
                1,
                role,
                limit,
                List.of(
                    role
                        + " approves that "
                        + subject.recordClass()
                        + " older than "
                        + limit
                        + " go.",
                    others.isEmpty()
                        ? "Next: platelake purge plan"
                        : "The policy also asks for: " + String.join(", ", others) + ".")))
        .under(agency.id(), policy.version());
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
    return new Refusal("Approval for " + agency.id(), why, remedy);
  }
}
