package io.platelake.app.alert;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.core.match.outcome.AlertOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake outcomes check}: needs no lake and no Spark, and writes nothing. */
@Command(
    name = "check",
    description = "Show every mistake of files of outcomes, and their first outcomes.")
@CommandContract(
    result = OutcomesCheckCommand.OutcomesCheckResult.class,
    example = "outcomes check outcomes.csv")
public final class OutcomesCheckCommand implements Callable<Integer> {
  private static final int SHOWN = 5;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV as outcomes load reads it.")
  private List<Path> files;

  /** What a check gives. */
  record OutcomesCheckResult(long outcomes, long hits, Map<String, Long> kinds, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.offline(
        spec, asOf -> OutcomeCsv.read(files, asOf), lines -> JobResult.of(result(lines)));
  }

  private static OutcomesCheckResult result(List<OutcomeCsv.Placed> placed) {
    List<AlertOutcome> outcomes = placed.stream().map(OutcomeCsv.Placed::outcome).toList();
    Map<String, Long> kinds = new TreeMap<>();
    outcomes.forEach(o -> kinds.merge(o.kind().label(), 1L, Long::sum));
    long hits =
        outcomes.stream().map(AlertOutcome::hitId).filter(id -> id != null).distinct().count();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%,d outcomes of %,d hits: %s. No mistake in the files; outcomes load asks the lake"
                + " whether the hits exist.",
            outcomes.size(), hits, kinds));
    outcomes.stream().limit(SHOWN).map(OutcomesCheckCommand::line).forEach(lines::add);
    return new OutcomesCheckResult(outcomes.size(), hits, kinds, lines);
  }

  private static String line(AlertOutcome o) {
    return String.format(
        "  %-16s %-12s %s%s",
        o.id(), o.kind().label(), o.at(), o.hitId() == null ? "" : "  hit " + o.hitId());
  }
}
