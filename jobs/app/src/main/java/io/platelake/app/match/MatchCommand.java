package io.platelake.app.match;

import io.platelake.app.cli.GlobalOptions;
import io.platelake.app.cli.JobContext;
import io.platelake.app.cli.JobResult;
import io.platelake.app.cli.JobRunner;
import io.platelake.app.cli.WindowOption;
import io.platelake.app.hotlist.KnownLists;
import io.platelake.app.hotlist.Standing;
import io.platelake.app.outcome.Learned;
import io.platelake.app.policy.Adopted;
import io.platelake.app.policy.PolicyLedger;
import io.platelake.app.purge.ClosedDates;
import io.platelake.core.BadInput;
import io.platelake.lake.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
    Instant loadedBy = since == null ? null : GlobalOptions.instant("--since", since);
    Window w = captured.window();
    Map<String, Adopted> policies = PolicyLedger.all(job.lake(), job.asOf());
    KnownLists known = KnownLists.at(job.lake(), job.asOf());
    List<Standing> lists = known.standings(policies);
    Set<ClosedDates.Closed> closed = ClosedDates.of(job.lake());
    Learned learned = Learned.of(job.lake(), job.asOf());
    MatchReport report = new MatchReport(lists);
    for (Adopted policy : policies.values()) {
      Knowledge knowledge = Knowledge.of(job.lake(), learned, policy.agency(), job.asOf());
      for (String purpose : policy.policy().hotlists().keySet()) {
        MatchScope scope =
            scope(
                policy,
                purpose,
                lists,
                known.withdrawnEntries(policy.agency(), purpose),
                w,
                closed);
        job.progress()
            .say(policy.agency() + ", " + purpose + ": " + scope.lists().size() + " lists");
        Tally tally =
            retained
                ? RetainedMatch.run(
                    job.lake().serving(purpose),
                    scope,
                    known.before(scope.lists(), loadedBy, policies),
                    knowledge,
                    job.asOf())
                : MatchJob.run(
                    job.lake().serving(purpose), scope, known.sourceTimes(), knowledge, job.asOf());
        report.add(scope, tally);
        MatchReport.remarks(tally).forEach(job.progress()::say);
      }
    }
    JobResult result = report.result();
    if (policies.size() != 1) {
      return result;
    }
    Adopted only = policies.values().iterator().next();
    return result.under(only.agency(), only.version());
  }

  private static MatchScope scope(
      Adopted policy,
      String purpose,
      List<Standing> lists,
      Map<String, Set<Long>> withdrawn,
      Window window,
      Set<ClosedDates.Closed> closed) {
    Set<LocalDate> closedDates =
        closed.stream()
            .filter(c -> c.agency().equals(policy.agency()) && c.purpose().equals(purpose))
            .map(ClosedDates.Closed::date)
            .collect(Collectors.toSet());
    List<LocalDate> open = window.dates().stream().filter(d -> !closedDates.contains(d)).toList();
    return new MatchScope(
        MatchRules.of(policy, purpose),
        lists.stream()
            .filter(s -> s.is(Standing.Use.IN_FORCE))
            .map(Standing::snapshot)
            .filter(s -> s.agency().equals(policy.agency()) && s.purpose().equals(purpose))
            .toList(),
        withdrawn,
        window,
        open,
        closedDates);
  }
}
