package io.platelake.app.hotlist;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.DecisionText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.ReasonOption;
import io.platelake.app.ledger.list.DecisionLedger;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import io.platelake.core.list.Decision;
import io.platelake.core.list.Snapshot;
import io.platelake.core.list.SnapshotStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hotlist withdraw}. */
@Command(
    name = "withdraw",
    description =
        "Take back a list, one of its snapshots or single entries; what was withdrawn is no longer"
            + " compared with.")
@CommandContract(
    needs = Permission.APPROVE,
    result = HotlistWithdrawCommand.WithdrawResult.class,
    example = "hotlist withdraw wa-stolen --reason \"case 17 is closed\"",
    refused = "the reason names a plate, or the policy keeps the entries")
public final class HotlistWithdrawCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "LIST",
      description = "Id of the list; all that is loaded of it goes unless an option says less.")
  private String list;

  @Option(
      names = "--snapshot",
      paramLabel = "ID",
      description = "Only this snapshot; the one before it counts again.")
  private String snapshot;

  @Option(
      names = "--entry",
      paramLabel = "ID",
      description = "Only this entry, also when the source sends it again; may be repeated.")
  private List<Long> entries = new ArrayList<>();

  @Option(
      names = "--lift",
      description = "Accept the entries again; the next load brings them back.")
  private boolean lift;

  @Mixin private ReasonOption reason;

  /** What a run gives. */
  record WithdrawResult(
      OptionalLong entriesLetIn,
      OptionalLong entriesWithdrawn,
      OptionalLong snapshotsReplaced,
      OptionalLong snapshotsWithdrawn,
      String list,
      List<Map<String, Object>> lists,
      List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    String reason = this.reason.text();
    if (snapshot != null && !entries.isEmpty()) {
      throw new BadInput("--snapshot", "cannot be combined with --entry", "Give one of the two.");
    }
    if (lift && entries.isEmpty()) {
      throw new BadInput("--lift", "no entry is named", "Add --entry for each.");
    }
    List<Snapshot> known = KnownLists.at(job.lake(), job.asOf()).ofList(list);
    known.stream().map(Snapshot::agency).distinct().forEach(job.standing()::requireAgency);
    if (entries.isEmpty()) {
      DecisionText.refusePlates(job.lake(), "--reason", reason, list, snapshot);
    } else {
      DecisionText.refusePlates(job.lake(), "--reason", reason, list, Set.copyOf(entries));
    }
    OptionalLong entriesLetIn = OptionalLong.empty();
    OptionalLong entriesWithdrawn = OptionalLong.empty();
    OptionalLong replaced = OptionalLong.empty();
    OptionalLong withdrawn = OptionalLong.empty();
    EntryWithdrawal ofEntries = new EntryWithdrawal(job, list, new TreeSet<>(entries), reason);
    if (lift) {
      entriesLetIn = OptionalLong.of(ofEntries.lift());
    } else if (!entries.isEmpty()) {
      entriesWithdrawn = OptionalLong.of(new TreeSet<>(entries).size());
      replaced = OptionalLong.of(ofEntries.run());
    } else {
      if (snapshot != null && known.stream().noneMatch(s -> s.id().equals(snapshot))) {
        throw new BadInput(
            "--snapshot", "the list has none with this id", "See: platelake hotlist status --list");
      }
      Decision decision =
          new Decision(
              list,
              known.get(0).agency(),
              Decision.Kind.WITHDRAW,
              snapshot == null ? new Decision.WholeList() : new Decision.OneSnapshot(snapshot),
              Optional.empty(),
              reason,
              job.asOf(),
              job.principal());
      String what = "withdraw:" + list + ":" + (snapshot == null ? job.asOf() : snapshot);
      DecisionLedger.record(job.lake(), what, List.of(decision));
      withdrawn = OptionalLong.of(snapshot == null ? known.size() : 1);
    }
    List<SnapshotStatus> standings =
        KnownLists.at(job.lake(), job.asOf())
            .standings(list, PolicyLedger.all(job.lake(), job.asOf()));
    return JobResult.of(
        new WithdrawResult(
            entriesLetIn,
            entriesWithdrawn,
            replaced,
            withdrawn,
            list,
            SnapshotStatusTable.values(standings),
            SnapshotStatusTable.lines(standings)));
  }
}
