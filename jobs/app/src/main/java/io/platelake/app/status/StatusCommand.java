package io.platelake.app.status;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake status}. */
@Command(
    name = "status",
    description = "Everything that is due, overdue or violated; ends with 4 when something is.")
@CommandContract(example = "status", finding = "something is overdue or violated")
public final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

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
    Map<String, Long> counts = new LinkedHashMap<>();
    for (StatusItem.State state : StatusItem.State.values()) {
      counts.put(
          state.name().toLowerCase(Locale.ROOT),
          items.stream().filter(i -> i.state() == state).count());
    }
    List<String> lines = new ArrayList<>();
    for (StatusItem item : items) {
      lines.add(String.format("%-9s %-34s %s", item.state(), item.subject(), item.says()));
    }
    JobResult result =
        JobResult.done(counts)
            .with(
                Map.of(
                    "findings",
                    items.stream()
                        .filter(StatusItem::isFinding)
                        .map(i -> i.subject() + ": " + i.says())
                        .toList()))
            .saying(lines);
    return items.stream().anyMatch(StatusItem::isFinding) ? result.finding() : result;
  }
}
