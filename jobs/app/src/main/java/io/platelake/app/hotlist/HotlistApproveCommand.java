package io.platelake.app.hotlist;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.DecisionText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.DocumentOption;
import io.platelake.app.ledger.list.DecisionLedger;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.list.Decision;
import io.platelake.core.list.Decisions;
import io.platelake.core.list.Snapshot;
import io.platelake.core.list.SnapshotStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hotlist approve}. */
@Command(
    name = "approve",
    description =
        "Approve a snapshot that waits for it: new entries of a list whose policy asks for it, or"
            + " the first snapshot of another agency's list.")
@CommandContract(
    needs = Permission.APPROVE,
    result = HotlistApproveCommand.HotlistApproveResult.class,
    example = "hotlist approve 4f1c22ab9de01234 --role alpr_administrator --document memo-17",
    refused = "the snapshot needs no such approval, was withdrawn, or the document names a plate")
public final class HotlistApproveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SNAPSHOT", description = "Id of the snapshot.")
  private String id;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "Role in which the principal approves, such as alpr_administrator.")
  private String role;

  @Mixin private DocumentOption document;

  /** What a run gives. */
  record HotlistApproveResult(
      long snapshotsApproved, String snapshotId, String list, String role, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    String document = this.document.reference();
    KnownLists lists = KnownLists.at(job.lake(), job.asOf());
    Snapshot snapshot =
        lists.accepted().stream()
            .filter(s -> s.id().equals(id) && s.knownAt(job.asOf()))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInput(
                        "Snapshot " + id,
                        "there is none with this id",
                        "See: platelake hotlist status"));
    check(snapshot, lists.decisions());
    job.standing().requireOffice(snapshot.agency(), role);
    boolean known = lists.decisions().isApproved(snapshot);
    if (!known) {
      DecisionText.refusePlates(job.lake(), "--document", document, snapshot.list(), id);
      Decision decision =
          new Decision(
              snapshot.list(),
              snapshot.agency(),
              Decision.Kind.APPROVE,
              new Decision.OneSnapshot(id),
              Optional.of(role),
              document,
              job.asOf(),
              job.principal());
      DecisionLedger.record(job.lake(), "approve:" + id, List.of(decision));
    }
    PolicyInForce adopted = PolicyLedger.inForce(job.lake(), snapshot.agency(), job.asOf());
    List<SnapshotStatus> standings =
        KnownLists.at(job.lake(), job.asOf())
            .standings(snapshot.list(), Map.of(snapshot.agency(), adopted));
    List<String> lines = new ArrayList<>();
    lines.add("Snapshot " + id + (known ? " was approved before." : " is approved."));
    lines.addAll(SnapshotStatusTable.lines(standings));
    return JobResult.of(new HotlistApproveResult(known ? 0 : 1, id, snapshot.list(), role, lines))
        .under(snapshot.agency(), adopted.version());
  }

  private void check(Snapshot snapshot, Decisions decisions) {
    String what = "Snapshot " + id + " of hot list " + snapshot.list();
    if (decisions.isWithdrawn(snapshot)) {
      throw new Refusal(what, "it was withdrawn", "Load a newer one.");
    }
    String needed =
        snapshot
            .approval()
            .orElseThrow(() -> new Refusal(what, "it needs no approval", "Nothing to do."));
    if (!needed.equals(role)) {
      throw new Refusal(
          what,
          "it waits for approval by " + needed,
          "Have the " + needed + " approve it with --role " + needed + ".");
    }
  }
}
