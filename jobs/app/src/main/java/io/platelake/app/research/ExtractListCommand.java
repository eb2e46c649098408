package io.platelake.app.research;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.release.Release;
import io.platelake.app.ledger.release.ReleaseLedger;
import io.platelake.app.ledger.release.ReleaseParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake extract list}. */
@Command(name = "list", description = "List the releases and how far each has come.")
@CommandContract(result = ExtractListCommand.ExtractListResult.class, example = "extract list")
public final class ExtractListCommand implements Callable<Integer> {
  private static final String LINE = "%-20s %-10s %-12s %-10s %-43s %-20s";

  @Spec private CommandSpec spec;

  /** What a run gives. */
  record ExtractListResult(Map<Release.State, Long> states, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, ExtractListCommand::run);
  }

  private static JobResult run(JobContext job) {
    List<Release> releases = ReleaseLedger.all(job.lake(), job.asOf());
    Map<Release.State, Long> states = new EnumMap<>(Release.State.class);
    releases.forEach(r -> states.merge(r.state(job.asOf()), 1L, Long::sum));
    return JobResult.of(new ExtractListResult(states, lines(releases, job.asOf())));
  }

  static List<String> lines(List<Release> releases, Instant asOf) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(LINE, "release", "state", "product", "purpose", "window", "approved until")
            .stripTrailing());
    for (Release r : releases) {
      ReleaseParameters p = r.parameters();
      lines.add(
          String.format(
                  LINE,
                  r.id(),
                  r.state(asOf).label(),
                  p.product(),
                  p.purpose(),
                  p.window().from() + "/" + p.window().to(),
                  r.approval().map(a -> a.expires().toString()).orElse("-"))
              .stripTrailing());
    }
    return lines;
  }
}
