package io.platelake.app.match;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.option.GlobalOptions;
import io.platelake.app.job.option.WindowOption;
import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.core.BadInput;
import io.platelake.core.list.SnapshotStatus;
import io.platelake.lake.table.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
@CommandContract(
    result = MatchReport.MatchResult.class,
    example = "match --window 2026-06-28T00:00:00Z/2026-07-01T00:00:00Z",
    refused = "a policy in force has no rules of matching",
    finding = "matched without a list that was too old to be used")
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
    Window w = captured.window();
    Map<String, PolicyInForce> policies = PolicyLedger.all(job.lake(), job.asOf());
    KnownLists known = KnownLists.at(job.lake(), job.asOf());
    List<SnapshotStatus> lists = known.standings(policies);
    Set<ClosedDates.Closed> closed = ClosedDates.of(job.lake());
    ConfusionHistory learned = ConfusionHistory.of(job.lake(), job.asOf());
    MatchReport report = new MatchReport(lists);
    for (PolicyInForce policy : policies.values()) {
      EarlierFindings knowledge =
          EarlierFindings.of(job.lake(), learned, policy.agency(), job.asOf());
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
        MatchCounts tally =
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
    PolicyInForce only = policies.values().iterator().next();
    return result.under(only.agency(), only.version());
  }

  private static MatchScope scope(
      PolicyInForce policy,
      String purpose,
      List<SnapshotStatus> lists,
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
            .filter(s -> s.is(SnapshotStatus.Use.IN_FORCE))
            .map(SnapshotStatus::snapshot)
            .filter(s -> s.agency().equals(policy.agency()) && s.purpose().equals(purpose))
            .toList(),
        withdrawn,
        window,
        open,
        closedDates);
  }
}
