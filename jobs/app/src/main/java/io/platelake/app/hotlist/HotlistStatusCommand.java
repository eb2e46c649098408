package io.platelake.app.hotlist;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.list.SnapshotStatus;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake hotlist status}. */
@Command(
    name = "status",
    description =
        "Show the snapshot in force of every hot list, its age, and what waits for approval; exit code"
            + " 4 when one is too old to be used.")
@CommandContract(
    result = HotlistStatusCommand.ListsResult.class,
    example = "hotlist status",
    refused = "a policy in force has no rule for a list",
    finding = "a list is too old to be used")
public final class HotlistStatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--list",
      paramLabel = "ID",
      description = "Show every snapshot of this list, oldest first.")
  private String list;

  /** What a run gives. */
  record ListsResult(
      long lists,
      long listsInForce,
      long listsStale,
      long snapshotsProposed,
      @Detail(key = "lists") List<Map<String, Object>> shown,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return listsStale > 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Map<String, PolicyInForce> policies = PolicyLedger.all(job.lake(), job.asOf());
    KnownLists known = KnownLists.at(job.lake(), job.asOf());
    List<SnapshotStatus> standings =
        list == null ? known.standings(policies) : known.history(list, policies);
    return JobResult.of(
        new ListsResult(
            standings.stream().map(s -> s.snapshot().list()).distinct().count(),
            count(standings, SnapshotStatus.Use.IN_FORCE),
            count(standings, SnapshotStatus.Use.STALE),
            count(standings, SnapshotStatus.Use.PROPOSED),
            SnapshotStatusTable.values(standings),
            SnapshotStatusTable.lines(standings)));
  }

  private static long count(List<SnapshotStatus> standings, SnapshotStatus.Use use) {
    return standings.stream().filter(s -> s.is(use)).count();
  }
}
