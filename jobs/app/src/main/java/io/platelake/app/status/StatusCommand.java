package io.platelake.app.status;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake status}. */
@Command(
    name = "status",
    description = "Everything that is due, overdue or violated; ends with 4 when something is.")
@CommandContract(
    result = StatusCommand.StatusResult.class,
    example = "status",
    finding = "something is overdue or violated")
public final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** What a run gives. */
  record StatusResult(Map<StatusItem.State, Long> states, List<String> findings, List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return findings.isEmpty() ? RunOutcome.DONE : RunOutcome.FINDING;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, StatusCommand::run);
  }

  private static JobResult run(JobContext job) throws IOException {
    Lake lake = job.lake().forDuty(Duty.REPORTING);
    List<StatusItem> items =
        new ArrayList<>(
            new StatusChecks(lake, PolicyLedger.all(lake, job.asOf()), job.asOf()).all());
    items.sort(Comparator.comparing(StatusItem::state).reversed());
    Map<StatusItem.State, Long> states = new EnumMap<>(StatusItem.State.class);
    items.forEach(i -> states.merge(i.state(), 1L, Long::sum));
    List<String> lines = new ArrayList<>();
    for (StatusItem item : items) {
      lines.add(String.format("%-9s %-34s %s", item.state(), item.subject(), item.says()));
    }
    List<String> findings =
        items.stream()
            .filter(StatusItem::isFinding)
            .map(i -> i.subject() + ": " + i.says())
            .toList();
    return JobResult.of(new StatusResult(states, findings, lines));
  }
}
