package io.platelake.app.match;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.option.GlobalOptions;
import io.platelake.app.job.option.WindowOption;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake match}. */
@Command(
    name = "match",
    description =
        "Match the reads of a window against the hot lists in force; exit code 4 when a list was"
            + " too old to be used.")
@CommandContract(
    needs = Permission.OPERATE,
    result = MatchReport.MatchResult.class,
    example = "match --window 2026-06-28T00:00:00Z/2026-07-01T00:00:00Z",
    refused = "the policies in force have no rules of matching",
    finding =
        "matched without a list that was too old or waits for approval, or passed an agency over"
            + " whose policy has no rules of matching")
public final class MatchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private WindowOption captured;

  @Option(
      names = "--retained",
      description =
          "Only entries that are new or changed since the snapshot before, among the reads of the"
              + " window that are retained; exact and equivalent plates, parts of plates and"
              + " descriptions of vehicles.")
  private boolean retained;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description =
          "With --retained: since the snapshots that were loaded by then, when a run was missed.")
  private String since;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    if (since != null && !retained) {
      throw new BadInput("Option --since", "it needs --retained", "Give both, or neither.");
    }
    Optional<Instant> loadedBy =
        Optional.ofNullable(since).map(at -> GlobalOptions.instant("--since", at));
    MatchPlan plan = MatchPlan.of(job.lake(), captured.window(), job.asOf());
    MatchReport report = new MatchReport(plan.lists(), plan.gaps(), plan.agencies());
    Map<MatchScope, MatchCounts> counts = new HashMap<>();
    List<MatchGroup> groups = MatchGroup.of(plan.scopes());
    for (MatchGroup group : groups) {
      job.progress()
          .step(
              groups.indexOf(group),
              groups.size(),
              group.purpose() + ": " + group.lists().size() + " lists");
      Lake lake = job.lake().serving(group.purpose());
      Map<String, MatchCounts> counted =
          retained
              ? RetainedMatch.run(
                  lake, group, plan.before(group, loadedBy), plan::findings, job.asOf())
              : MatchJob.run(lake, group, plan.sourceTimes(), plan::findings, job.asOf());
      counted.forEach((agency, own) -> counts.put(group.scopes().get(agency), own));
      counted.values().stream()
          .flatMap(own -> MatchReport.remarks(own).stream())
          .forEach(job.progress()::say);
    }
    plan.scopes().forEach(scope -> report.add(scope, counts.get(scope)));
    JobResult result = report.result();
    return plan.onlyPolicy().map(p -> result.under(p.agency(), p.version())).orElse(result);
  }
}
