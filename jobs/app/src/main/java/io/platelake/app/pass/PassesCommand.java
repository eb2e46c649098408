package io.platelake.app.pass;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.WindowOption;
import io.platelake.app.ledger.policy.ByAgency;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.app.ledger.purge.OpenDates;
import io.platelake.core.access.Permission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    refused = "the policies in force have no rules of matching",
    finding = "an agency was passed over: its policy has no rules of matching")
public final class PassesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private WindowOption captured;

  /** What a run gives. */
  record PassesResult(
      long dates,
      long datesClosed,
      Map<PassCount, Long> passes,
      List<String> closed,
      Map<String, String> refused,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return refused.isEmpty() ? RunOutcome.DONE : RunOutcome.FINDING;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    List<LocalDate> dates = captured.window().dates();
    Set<ClosedDates.Closed> closed = ClosedDates.of(job.lake());
    Map<String, PolicyInForce> adopted = PolicyLedger.all(job.lake(), job.asOf());
    ByAgency<PassPolicy> policies = ByAgency.of(adopted, PassPolicy::of);
    Map<String, Set<String>> byPurpose = new TreeMap<>();
    policies
        .usable()
        .keySet()
        .forEach(
            agency ->
                adopted.get(agency).policy().purposes().keySet().stream()
                    .forEach(p -> byPurpose.computeIfAbsent(p, k -> new TreeSet<>()).add(agency)));
    PassCounts sum = PassCounts.NONE;
    List<String> lines = new ArrayList<>(policies.lines());
    List<String> skipped = new ArrayList<>();
    long done = 0;
    for (Map.Entry<String, Set<String>> purpose : byPurpose.entrySet()) {
      OpenDates open = OpenDates.of(purpose.getKey(), purpose.getValue(), dates, closed);
      for (String agency : purpose.getValue()) {
        dates.stream()
            .filter(d -> !open.of(agency).contains(d))
            .forEach(d -> skipped.add(agency + ", " + purpose.getKey() + ", " + d));
      }
      job.progress()
          .step(done++, byPurpose.size(), purpose.getKey() + " of " + purpose.getValue().size());
      Map<String, PassCounts> counts =
          PassJob.run(
              job.lake().serving(purpose.getKey()),
              new PassScope(open, policies.usable()),
              job.asOf());
      for (Map.Entry<String, PassCounts> agency : counts.entrySet()) {
        sum = sum.plus(agency.getValue());
        lines.add(line(agency.getKey() + ", " + purpose.getKey(), agency.getValue()));
      }
    }
    JobResult result =
        JobResult.of(
            new PassesResult(
                dates.size(), skipped.size(), sum.counts(), skipped, policies.refused(), lines));
    if (adopted.size() != 1) {
      return result;
    }
    PolicyInForce only = adopted.values().iterator().next();
    return result.under(only.agency(), only.version());
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
