package io.platelake.app.facts;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.WindowOption;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.core.access.Permission;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake facts}. */
@Command(
    name = "facts",
    description = "Compute the daily counts that outlive the reads, for the UTC dates of a window.")
@CommandContract(
    needs = Permission.OPERATE,
    result = FactsCommand.FactsResult.class,
    example = "facts --window 2026-06-28T00:00:00Z/2026-07-01T00:00:00Z")
public final class FactsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private WindowOption captured;

  /** What a run gives. */
  record FactsResult(long dates, long facts) implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Lake lake = job.lake().forDuty(Duty.REPORTING);
    List<LocalDate> dates = captured.window().dates();
    Set<ClosedDates.Closed> closed = ClosedDates.of(lake);
    List<FactsJob.Scope> scopes = new ArrayList<>();
    Set<String> used = FactsJob.purposesWithRows(lake);
    for (PolicyInForce policy : PolicyLedger.all(lake, job.asOf()).values()) {
      for (String purpose : policy.policy().purposes().keySet()) {
        if (!used.contains(purpose)) {
          continue;
        }
        scopes.add(FactsJob.open(new FactsJob.Scope(policy.agency(), purpose, dates), closed));
      }
    }
    long written = FactsJob.compute(lake, scopes, job.asOf());
    return JobResult.of(new FactsResult(dates.size(), written));
  }
}
