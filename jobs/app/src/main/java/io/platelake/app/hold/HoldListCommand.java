package io.platelake.app.hold;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.hold.Hold;
import io.platelake.app.ledger.hold.HoldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake hold list}. */
@Command(name = "list", description = "List the holds, without what they select.")
@CommandContract(result = HoldListCommand.HoldListResult.class, example = "hold list")
public final class HoldListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** What a run gives. */
  record HoldListResult(long holds, long open, List<String> lines) implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, HoldListCommand::run);
  }

  private static JobResult run(JobContext job) {
    List<Hold> holds = HoldLedger.all(job.lake());
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-20s %-12s %-20s %-21s %-21s", "hold", "agency", "kind", "opened", "closed"));
    for (Hold h : holds) {
      lines.add(
          String.format(
              "%-20s %-12s %-20s %-21s %-21s",
              h.id(),
              h.agency(),
              h.kind(),
              h.openedAt(),
              h.closedAt().map(Object::toString).orElse("open")));
    }
    long open = holds.stream().filter(h -> h.openAt(job.asOf())).count();
    return JobResult.of(new HoldListResult(holds.size(), open, lines));
  }
}
