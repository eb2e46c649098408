package io.platelake.app.purge;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.app.ledger.purge.PurgeLedger;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.ledger.purge.PurgeStep;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    example = "purge plan",
    refused = "an agency has rows but no policy in force, so their limit is unknown")
public final class PurgePlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, PurgePlanCommand::run);
  }

  static JobResult run(JobContext job) throws IOException {
    Lake lake = job.lake().forDuty(Duty.RETENTION);
    Map<String, PolicyInForce> policies = PolicyLedger.all(lake, job.asOf());
    PurgePlan plan = new PurgePlanner(lake, policies, job.asOf()).plan();
    String digest = plan.digest();
    ledger(job, plan)
        .finish(PurgeStep.PLAN, null, List.of(PurgeLedger.Line.note(plan.toJson(), plan.rows())));
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("plan_digest", digest);
    details.put("unusual", plan.unusual());
    details.put("waiting", plan.waiting());
    details.put("open_holds", plan.holds().size());
    return JobResult.done(counts(plan)).with(details).saying(lines(plan, digest));
  }

  /** The ledger of a plan; its policy version is that of its only agency, or all of them. */
  static PurgeLedger ledger(JobContext job, PurgePlan plan) {
    return new PurgeLedger(
        job.lake(), plan.digest(), job.asOf(), String.join(",", plan.policies().values()));
  }

  private static Map<String, Long> counts(PurgePlan plan) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("partitions", (long) plan.items().size());
    counts.put("rows", plan.rows());
    counts.put("files", plan.items().stream().mapToLong(PlanItem::files).sum());
    counts.put("bytes", plan.items().stream().mapToLong(PlanItem::bytes).sum());
    counts.put("raw_files", plan.raw());
    return counts;
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
    lines.add("Next: platelake purge run --plan " + digest);
    return lines;
  }
}
