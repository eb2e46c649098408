package io.platelake.app.hotlist;

import io.platelake.app.job.Detail;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.list.EntryRows;
import io.platelake.app.ledger.list.KnownLists;
import io.platelake.app.ledger.list.SnapshotLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.hotlist.HotlistEntry;
import io.platelake.core.hotlist.HotlistReader;
import io.platelake.core.hotlist.ListSink;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.list.Admission;
import io.platelake.core.list.CurrentSnapshots;
import io.platelake.core.list.Decision;
import io.platelake.core.list.Decisions;
import io.platelake.core.list.Snapshot;
import io.platelake.core.list.SnapshotStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loads one snapshot of a hot list.
 *
 * <p>Reads {@code policy_versions}, {@code hotlists} and {@code hotlist_decisions}; writes the
 * accepted entries to {@code hotlist_entries} (key {@code snapshot_id, entry_id}) and then one row
 * to {@code hotlists} (key {@code snapshot_id}). Matching goes by the row, so a load that dies
 * between the two has changed nothing that counts. Both are written once for a snapshot: running
 * again leaves the same rows. A snapshot that is refused writes neither, and the one in force
 * stays.
 *
 * <p>The file is read twice, first to judge it and then to write it, because a list can have more
 * entries than fit into memory.
 */
final class HotlistLoad {
  private static final int ID_LENGTH = 16;

  private final JobContext job;
  private final Offer offer;
  private final ListDefinition list;
  private final PolicyInForce adopted;
  private final KnownLists lists;

  /** What a run gives. */
  record LoadResult(
      long records,
      long accepted,
      long refused,
      long dropped,
      long duplicate,
      String list,
      String layout,
      String snapshotId,
      boolean alreadyLoaded,
      Instant sourceTime,
      String fileDigest,
      Map<String, Long> refusedBy,
      Map<String, Long> droppedBy,
      @Detail long skipped,
      Optional<String> waitsFor,
      List<String> lines)
      implements RunResult {}

  private HotlistLoad(JobContext job, Offer offer) {
    this.job = job;
    this.offer = offer;
    this.list = offer.list();
    this.adopted = PolicyLedger.inForce(job.lake(), list.agency(), job.asOf());
    this.lists = KnownLists.at(job.lake(), job.asOf());
  }

  /**
   * A file that is offered as a snapshot.
   *
   * @param definitionText text of the definition
   * @param sourceTime when the source made it, UTC, in microseconds
   */
  record Offer(ListDefinition list, String definitionText, Instant sourceTime, Path file) {

    /**
     * Definition, layout, policy and what was decided about entries are part of what a snapshot is:
     * the same file read under others has other entries.
     */
    String snapshotId(String fileDigest, String policyVersion, Decisions decisions) {
      StringBuilder parts =
          new StringBuilder(
              String.join(
                  "\n",
                  list.id(),
                  sourceTime.toString(),
                  fileDigest,
                  Sha256.of(definitionText + list.layoutText()),
                  policyVersion));
      for (Decision d : decisions.ofEntries(list.id())) {
        parts
            .append('\n')
            .append(d.kind())
            .append(d.entry().getAsLong())
            .append('@')
            .append(d.at());
      }
      return Sha256.of(parts.toString()).substring(0, ID_LENGTH);
    }
  }

  /** Counts the entries that are not yet approved. */
  private static final class Unapproved implements ListSink {
    private final Set<Long> approved;
    private long count;

    Unapproved(Set<Long> approved) {
      this.approved = approved;
    }

    @Override
    public void accepted(HotlistEntry entry) {
      count += approved.contains(entry.entryId()) ? 0 : 1;
    }
  }

  static JobResult run(JobContext job, Offer offer) {
    HotlistLoad load = new HotlistLoad(job, offer);
    try {
      return load.run();
    } catch (Refusal e) {
      throw e.and(load.whatStays());
    } catch (BadInput e) {
      throw e.and(load.whatStays());
    }
  }

  private JobResult run() {
    Admission admission = Admission.of(adopted.policy(), list);
    Decisions decisions = lists.decisions();
    Admission.refuseForeign(list, lists.accepted());
    List<Snapshot> own = lists.accepted().stream().filter(s -> s.list().equals(list.id())).toList();
    HotlistReader reader =
        new HotlistReader(
            list,
            admission.entryRules(),
            admission.classes(),
            decisions.withdrawnEntries(list.id()));
    Unapproved unapproved =
        new Unapproved(
            EntryRows.ids(
                job.lake(), list.id(), admission.approvers().approvedSnapshots(own, decisions)));
    ListFile file = new ListFile(offer.file());
    ListFile.Read read = file.read(reader, unapproved);
    ListReading parsed = new ListReading(read.counts());
    // Said before the guards look: a refused snapshot leaves no row that would tell why.
    job.progress().say("list " + list.id() + ": " + parsed.line());
    admission.refuseUnlessUpdate(
        list.id(),
        offer.sourceTime(),
        job.asOf(),
        read.counts(),
        CurrentSnapshots.of(own, decisions));
    String id = offer.snapshotId(read.digest(), adopted.version(), decisions);
    boolean known = lists.accepted().stream().anyMatch(s -> s.id().equals(id));
    KnownLists now = lists;
    if (!known) {
      Snapshot snapshot =
          new Snapshot(
              id,
              list.id(),
              list.agency(),
              list.owner(),
              list.purpose(),
              list.source(),
              offer.sourceTime(),
              job.asOf(),
              read.counts().accepted(),
              list.letterOAsZero(),
              admission.approvers().of(list.id(), decisions, unapproved.count));
      write(reader, file, read, snapshot);
      now = lists.with(snapshot);
    }
    List<SnapshotStatus> standings =
        standings(now).stream().filter(s -> s.snapshot().agency().equals(list.agency())).toList();
    return result(id, known, read, standings).under(list.agency(), adopted.version());
  }

  private void write(HotlistReader reader, ListFile file, ListFile.Read judged, Snapshot snapshot) {
    EntryRows rows = new EntryRows(job.lake(), list, snapshot.id(), offer.sourceTime());
    ListFile.Read written = file.read(reader, rows);
    rows.finish();
    if (!written.equals(judged)) {
      throw new BadInput(
          "File " + file.path(), "it changed while it was read", "Load it again when it is whole.");
    }
    SnapshotLedger.write(
        job.lake(),
        snapshot,
        new SnapshotLedger.Account(
            Optional.ofNullable(list.layoutName()), judged.digest(), judged.counts()),
        job.principal());
  }

  private List<SnapshotStatus> standings(KnownLists known) {
    return known.standings(Map.of(list.agency(), adopted));
  }

  /** A refused file replaces nothing; this says what counts on. */
  private String whatStays() {
    return standings(lists).stream()
        .filter(s -> s.snapshot().list().equals(list.id()))
        .filter(s -> s.is(SnapshotStatus.Use.IN_FORCE) || s.is(SnapshotStatus.Use.STALE))
        .findFirst()
        .map(
            s ->
                "The snapshot "
                    + s.snapshot().id()
                    + " of "
                    + s.snapshot().sourceTime()
                    + (s.is(SnapshotStatus.Use.STALE)
                        ? " stays and is stale."
                        : " stays in force."))
        .orElse("No snapshot of it is in force.");
  }

  private JobResult result(
      String id, boolean known, ListFile.Read read, List<SnapshotStatus> standings) {
    ListReading parsed = new ListReading(read.counts());
    List<String> lines = new ArrayList<>();
    lines.add(
        "Snapshot "
            + id
            + " of list "
            + list.id()
            + (known ? " was loaded before, nothing changed: " : " is loaded: ")
            + parsed.line()
            + ".");
    Optional<String> waitsFor =
        standings.stream()
            .filter(s -> s.snapshot().id().equals(id) && s.is(SnapshotStatus.Use.PROPOSED))
            .map(s -> s.snapshot().approval().orElseThrow())
            .findFirst();
    waitsFor.ifPresent(
        role ->
            lines.add("It waits for approval by " + role + ": platelake hotlist approve " + id));
    lines.addAll(SnapshotStatusTable.lines(standings));
    return JobResult.of(
        new LoadResult(
            read.counts().records(),
            read.counts().accepted(),
            read.counts().refused(),
            read.counts().dropped(),
            read.counts().duplicates(),
            list.id(),
            list.layoutName() == null ? "own" : list.layoutName(),
            id,
            known,
            offer.sourceTime(),
            read.digest(),
            read.counts().refusedBy(),
            read.counts().droppedBy(),
            read.counts().skipped(),
            waitsFor,
            lines));
  }
}
