package io.platelake.app.purge.plan;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.app.ledger.purge.PurgeLedger;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.ledger.purge.PurgeStep;
import io.platelake.app.ledger.purge.StepLine;
import io.platelake.core.access.Permission;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake purge plan}: changes nothing but the ledger. */
@Command(
    name = "plan",
    description = "List everything that must go in this run, and print the digest of that set.")
@CommandContract(
    needs = Permission.PURGE,
    result = PurgePlanCommand.PlanResult.class,
    example = "purge plan",
    refused = "an agency has rows but no policy in force, so their limit is unknown")
public final class PurgePlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** What a run gives. */
  record PlanResult(
      long partitions,
      long rows,
      long files,
      long bytes,
      long rawFiles,
      String planDigest,
      List<String> unusual,
      List<String> waiting,
      @Detail long openHolds,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, PurgePlanCommand::run);
  }

  static JobResult run(JobContext job) throws IOException {
    Lake lake = job.lake().forDuty(Duty.RETENTION);
    Map<String, PolicyInForce> policies = PolicyLedger.all(lake, job.asOf());
    PurgePlan plan = new PurgePlanner(lake, policies, job.asOf()).plan();
    String digest = plan.digest();
    new PurgeLedger(job.lake(), plan, job.asOf()).finish(PurgeStep.PLAN, StepLine.planned(plan));
    return JobResult.of(
        new PlanResult(
            plan.items().size(),
            plan.rows(),
            plan.items().stream().mapToLong(PlanItem::files).sum(),
            plan.items().stream().mapToLong(PlanItem::bytes).sum(),
            plan.raw(),
            digest,
            plan.unusual(),
            plan.waiting(),
            plan.holds().size(),
            lines(plan, digest)));
  }

  private static List<String> lines(PurgePlan plan, String digest) {
    List<String> lines = new ArrayList<>();
    if (plan.takesNothing()) {
      lines.add("Nothing has to go as of " + plan.asOf() + ".");
    } else {
      lines.add(
          String.format(
              "%-16s %-34s %10s %6s  %-20s", "table", "partition", "rows", "files", "expires"));
      for (PlanItem i : plan.items()) {
        lines.add(
            String.format(
                "%-16s %-34s %,10d %,6d  %-20s%s",
                i.table().folder(),
                String.join(" ", i.partition()),
                i.rows(),
                i.files(),
                i.expires(),
                i.whole() ? "" : "  only " + i.agencies()));
      }
      lines.add(
          "Holds open: " + plan.holds().size() + "; what they keep is copied to evidence first.");
    }
    plan.rawFiles()
        .forEach(
            raw ->
                lines.add(
                    String.format(
                        "Raw files of feed %s in %s: %,d, the first by %s.",
                        raw.feed(), raw.folder(), raw.files(), raw.expires())));
    plan.waiting().forEach(w -> lines.add("WAITING: " + w + "."));
    plan.unusual().forEach(u -> lines.add("UNUSUAL: " + u + "."));
    lines.add("Digest " + digest);
    lines.add(
        plan.takesNothing() && plan.rawFiles().isEmpty()
            ? "There is nothing to run. To certify that: platelake purge verify --plan " + digest
            : "Next: platelake purge run --plan "
                + digest
                + (plan.unusual().isEmpty()
                    ? ""
                    : " --accept-unusual REASON, after a person has looked"));
    return lines;
  }
}
