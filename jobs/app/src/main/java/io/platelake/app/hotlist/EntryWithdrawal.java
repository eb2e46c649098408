package io.platelake.app.hotlist;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.list.DecisionLedger;
import io.platelake.app.ledger.list.EntryRows;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.list.SnapshotLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.hotlist.ListCounts;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.list.Decision;
import io.platelake.core.list.Snapshot;
import io.platelake.core.list.SnapshotStatus;
import io.platelake.lake.contract.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Takes entries out of a list. Each snapshot in use that holds one of them is replaced by a
 * snapshot without it, under an id of its own. Later loads leave the entries out too.
 */
final class EntryWithdrawal {
  private final JobContext job;
  private final KnownLists lists;
  private final String list;
  private final SortedSet<Long> entries;
  private final String reason;

  EntryWithdrawal(JobContext job, String list, SortedSet<Long> entries, String reason) {
    this.job = job;
    this.lists = KnownLists.at(job.lake(), job.asOf());
    this.list = list;
    this.entries = entries;
    this.reason = reason;
  }

  /** Returns how many snapshots were replaced. */
  long run() {
    List<Snapshot> holding = new ArrayList<>();
    Map<String, PolicyInForce> policies = PolicyLedger.all(job.lake(), job.asOf());
    Set<Long> found = new HashSet<>();
    for (SnapshotStatus s : lists.standings(list, policies)) {
      List<Long> here = s.is(SnapshotStatus.Use.WITHDRAWN) ? List.of() : among(rows(s.snapshot()));
      if (!here.isEmpty()) {
        holding.add(s.snapshot());
        found.addAll(here);
        refuseUnlessReplaceable(s.snapshot(), here.size());
      }
    }
    if (found.size() < entries.size()) {
      throw new BadInput(
          "--entry",
          (entries.size() - found.size())
              + " of "
              + entries.size()
              + " ids are in no snapshot that is not withdrawn",
          "Take entry ids from the hits.");
    }
    record(Decision.Kind.WITHDRAW);
    holding.forEach(this::replace);
    return holding.size();
  }

  /** Lets withdrawn entries in again; returns how many. */
  long lift() {
    if (!lists.decisions().withdrawnEntries(list).containsAll(entries)) {
      throw new BadInput("--entry", "one of the ids was not withdrawn", "Check the ids.");
    }
    record(Decision.Kind.APPROVE);
    return entries.size();
  }

  private void record(Decision.Kind kind) {
    Snapshot any = lists.ofList(list).iterator().next();
    DecisionLedger.record(
        job.lake(),
        kind.label() + ":" + Sha256.of(any.list() + entries + job.asOf()).substring(0, 16),
        entries.stream().map(entry -> decision(any, kind, entry)).toList());
  }

  private Decision decision(Snapshot any, Decision.Kind kind, long entry) {
    return new Decision(
        any.list(),
        any.agency(),
        kind,
        new Decision.OneEntry(entry),
        Optional.empty(),
        reason,
        job.asOf(),
        job.principal());
  }

  private void refuseUnlessReplaceable(Snapshot snapshot, long withdrawn) {
    if (!job.asOf().isAfter(snapshot.loadedAt())) {
      throw new BadInput(
          "--as-of",
          "a snapshot with the entry was loaded at this very instant",
          "Give a later one.");
    }
    if (withdrawn >= snapshot.entries()) {
      throw new Refusal(
          "hot list " + snapshot.list(),
          "no entry would be left",
          "Withdraw the list: platelake hotlist withdraw " + snapshot.list() + ".");
    }
  }

  private void replace(Snapshot old) {
    String id = Sha256.of(old.id() + "\nwithout\n" + entries).substring(0, old.id().length());
    Dataset<Row> kept =
        rows(old)
            .join(ids(), col("entry_id").equalTo(col("withdrawn")), "left_anti")
            .withColumn("snapshot_id", lit(id));
    long count = old.entries() - among(rows(old)).size();
    job.lake()
        .append(
            Table.HOTLIST_ENTRIES,
            kept.coalesce(1).sortWithinPartitions(col("plate_key")),
            EntryRows.key(id, 0),
            count);
    Snapshot without =
        new Snapshot(
            id,
            old.list(),
            old.agency(),
            old.owner(),
            old.purpose(),
            old.source(),
            old.sourceTime(),
            job.asOf(),
            count,
            old.letterOAsZero(),
            old.approval().filter(role -> !lists.decisions().isApproved(old)));
    SnapshotLedger.Account account = SnapshotLedger.account(job.lake(), old);
    SnapshotLedger.write(
        job.lake(), without, less(account, old.entries() - count), job.principal());
  }

  /** The account of the file, in which the withdrawn entries are refused now. */
  private static SnapshotLedger.Account less(SnapshotLedger.Account account, long withdrawn) {
    ListCounts counts = account.counts();
    SortedMap<String, Long> refusedBy = new TreeMap<>(counts.refusedBy());
    refusedBy.merge(RefusalCode.ENTRY_WITHDRAWN.name(), withdrawn, Long::sum);
    return new SnapshotLedger.Account(
        account.layout(),
        account.digest(),
        new ListCounts(
            counts.records(),
            counts.accepted() - withdrawn,
            refusedBy,
            counts.droppedBy(),
            counts.duplicates(),
            counts.skipped(),
            counts.statedTime()));
  }

  /** Which of the entries are there; a snapshot holds an entry once. */
  private List<Long> among(Dataset<Row> rows) {
    return rows.join(ids(), col("entry_id").equalTo(col("withdrawn")), "left_semi")
        .select("entry_id")
        .as(Encoders.LONG())
        .collectAsList();
  }

  private Dataset<Row> rows(Snapshot snapshot) {
    return EntryRows.of(job.lake(), snapshot);
  }

  /** As rows and not as literals: plans and their logs show literals. */
  private Dataset<Row> ids() {
    return job.lake()
        .spark()
        .createDataset(List.copyOf(entries), Encoders.LONG())
        .toDF("withdrawn");
  }
}
