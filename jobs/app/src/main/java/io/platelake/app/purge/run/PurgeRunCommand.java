package io.platelake.app.purge.run;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.PurgeLedger;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.purge.plan.PurgePlanner;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.policy.retention.PurgeRules;
import io.platelake.core.purge.PlanAge;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake purge run}: takes exactly the set of a plan, or nothing. */
@Command(
    name = "run",
    description = "Erase exactly what a plan lists; run it again after a crash and it goes on.")
@CommandContract(
    needs = Permission.PURGE,
    result = PurgeRunCommand.EraseResult.class,
    example = "purge run --plan DIGEST",
    refused = "the plan is stale, or a guard found it unusual")
public final class PurgeRunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--plan",
      required = true,
      paramLabel = "DIGEST",
      description = "Digest that purge plan printed.")
  private String digest;

  @Option(
      names = "--accept-unusual",
      paramLabel = "REASON",
      description = "Run a plan that the guards of the policy stopped; the reason is recorded.")
  private String accepted;

  @Option(
      names = "--image-refs",
      paramLabel = "FILE",
      description =
          "Write the references of erased reads to pictures in outside stores into this file, for"
              + " these stores to delete; it is as sensitive as the reads.")
  private Path imageRefs;

  /** What a run gives. */
  record EraseResult(
      long partitions,
      long rows,
      long files,
      long bytes,
      long evidence,
      long rawFiles,
      long imageRefs,
      List<String> lateHolds,
      String planDigest,
      boolean resumed,
      Optional<String> acceptedUnusual,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) throws IOException {
    PurgePlan plan = PurgeLedger.getPlan(job.lake(), digest);
    Lake lake = job.lake().forDuty(Duty.RETENTION);
    PurgeLedger ledger = new PurgeLedger(job.lake(), plan, job.asOf());
    // The first step is on record: what is left of the plan cannot equal the plan any more.
    boolean started = ledger.finished().hasBegun();
    if (accepted != null) {
      FreeText.refusePlates(job.lake(), "--accept-unusual", accepted);
    }
    if (!started) {
      refuseIfStale(lake, plan, job.asOf());
      refuseIfUnusual(plan);
    }
    PurgedAccessLog.announce(job, plan, ledger.finished());
    PurgeTotals done =
        new PurgeRun(lake, plan, ledger, Optional.ofNullable(imageRefs), job.progress()).run();
    return JobResult.of(
        new EraseResult(
            done.partitions(),
            done.rows(),
            done.files(),
            done.bytes(),
            done.evidence(),
            plan.raw(),
            done.references(),
            done.lateHolds(),
            digest,
            started,
            Optional.ofNullable(accepted),
            lines(plan, done)));
  }

  private List<String> lines(PurgePlan plan, PurgeTotals done) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "Erased %,d rows in %,d partitions and %,d raw files; %,d held reads are in evidence.",
            done.rows(), done.partitions(), plan.raw(), done.evidence()));
    for (String hold : done.lateHolds()) {
      lines.add(
          "Hold " + hold + " was opened when the files were gone: it keeps nothing of this plan.");
    }
    lines.add("Next: platelake purge verify --plan " + digest);
    return lines;
  }

  private void refuseIfStale(Lake lake, PurgePlan plan, Instant asOf) throws IOException {
    Map<String, PolicyInForce> policies = PolicyLedger.all(lake, asOf);
    Instant planned = Instant.parse(plan.asOf());
    List<PurgeRules> rules = policies.values().stream().map(p -> p.policy().purgeRules()).toList();
    if (!PlanAge.mayRun(planned, asOf, rules)) {
      throw new Refusal(
          "Plan of " + plan.asOf(),
          "it was not made within the last purge interval before " + asOf,
          "Plan again.");
    }
    PurgePlan now = new PurgePlanner(lake, policies, planned).plan();
    if (!now.digest().equals(plan.digest())) {
      throw new Refusal(
          "Plan of " + plan.asOf(),
          "the tables have changed since, so it no longer lists exactly what must go",
          "Plan again.");
    }
  }

  private void refuseIfUnusual(PurgePlan plan) {
    if (!plan.unusual().isEmpty() && (accepted == null || accepted.isBlank())) {
      throw new Refusal(
          "Plan of " + plan.asOf(),
          String.join("; ", plan.unusual()),
          "Find out why; if it is right, run it with --accept-unusual and the reason.");
    }
  }
}
