package io.platelake.app.pass;

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
import io.platelake.core.plate.OcrClasses;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake passes}. */
@Command(
    name = "passes",
    description =
        "Take the reads of one vehicle passing one camera together, for the UTC dates of a window;"
            + " the reads stay as they are.")
@CommandContract(
    needs = Permission.OPERATE,
    result = PassesCommand.PassesResult.class,
    example = "passes --window 2026-06-28T00:00:00Z/2026-07-01T00:00:00Z",
    refused = "a policy in force has no rules of matching")
public final class PassesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private WindowOption captured;

  /** What a run gives. */
  record PassesResult(
      long dates,
      long datesClosed,
      Map<PassCount, Long> passes,
      List<String> closed,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    List<LocalDate> dates = captured.window().dates();
    Set<ClosedDates.Closed> closed = ClosedDates.of(job.lake());
    Map<String, PolicyInForce> policies = PolicyLedger.all(job.lake(), job.asOf());
    PassCounts sum = PassCounts.NONE;
    List<String> lines = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    long purposes = policies.values().stream().mapToLong(p -> p.policy().purposes().size()).sum();
    long done = 0;
    for (PolicyInForce policy : policies.values()) {
      for (String purpose : policy.policy().purposes().keySet()) {
        PassScope scope = scope(policy, purpose, dates, closed);
        String name = policy.agency() + ", " + purpose;
        dates.stream()
            .filter(d -> !scope.dates().contains(d))
            .forEach(d -> skipped.add(name + ", " + d));
        job.progress().step(done++, purposes, name + ": " + scope.dates().size() + " dates");
        PassCounts tally = PassJob.run(job.lake().serving(purpose), scope, job.asOf());
        sum = sum.plus(tally);
        lines.add(line(name, tally));
      }
    }
    JobResult result =
        JobResult.of(new PassesResult(dates.size(), skipped.size(), sum.counts(), skipped, lines));
    if (policies.size() != 1) {
      return result;
    }
    PolicyInForce only = policies.values().iterator().next();
    return result.under(only.agency(), only.version());
  }

  private static PassScope scope(
      PolicyInForce policy, String purpose, List<LocalDate> dates, Set<ClosedDates.Closed> closed) {
    return new PassScope(
        policy.agency(),
        purpose,
        policy.version(),
        OcrClasses.of(policy.policy().matchingRules().ocrClasses()),
        dates.stream()
            .filter(d -> !closed.contains(new ClosedDates.Closed(policy.agency(), purpose, d)))
            .toList());
  }

  private static String line(String name, PassCounts tally) {
    return String.format(
        Locale.ROOT,
        "%s: %,d reads, %,d without a plate; %,d passes. %,d passes are of %,d plates that stand still",
        name,
        tally.reads(),
        tally.withoutPlate(),
        tally.passes(),
        tally.standing(),
        tally.plates());
  }
}
