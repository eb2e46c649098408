package io.platelake.app.match;

import io.platelake.app.job.JobResult;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.policy.ByAgency;
import io.platelake.app.match.search.LimitedHits;
import io.platelake.core.list.ListGaps;
import io.platelake.core.list.SnapshotStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what the scopes of a run did into its record. */
final class MatchReport {
  private final List<SnapshotStatus> lists;
  private final List<String> waiting;
  private final ByAgency<?> agencies;
  private final List<String> lines = new ArrayList<>();
  private final List<String> skippedDates = new ArrayList<>();
  private MatchCounts sum = MatchCounts.NONE;

  /** What a run gives. */
  record MatchResult(
      long listsInForce,
      long listsStale,
      long listsNotNamed,
      long datesClosed,
      Map<MatchCount, Long> matched,
      Map<String, String> snapshots,
      Map<String, String> stale,
      Map<String, String> notNamed,
      List<String> closed,
      Map<String, Long> tooWide,
      List<String> withoutList,
      Map<String, String> refused,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return listsStale > 0 || !withoutList.isEmpty() || !refused.isEmpty()
          ? RunOutcome.FINDING
          : RunOutcome.DONE;
    }
  }

  /**
   * @param gaps purposes without a list in force
   * @param agencies of which some may have been passed over
   */
  MatchReport(List<SnapshotStatus> lists, List<ListGaps.Gap> gaps, ByAgency<?> agencies) {
    this.lists = lists;
    this.agencies = agencies;
    this.waiting =
        gaps.stream()
            .filter(gap -> gap.waiting() > 0)
            .map(gap -> gap.agency() + ", " + gap.purpose())
            .toList();
  }

  void add(MatchScope scope, MatchCounts counted) {
    sum = sum.plus(counted);
    String name = scope.rules().agency() + ", " + scope.rules().purpose();
    for (LocalDate d = scope.window().firstDate();
        !d.isAfter(scope.window().lastDate());
        d = d.plusDays(1)) {
      if (!scope.dates().contains(d)) {
        skippedDates.add(name + ", " + d);
      }
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d reads, %d lists in force: %,d exact, %,d equivalent and %,d near hits, %,d"
                + " alerts; %,d earlier hits marked because their entry is gone",
            name,
            counted.get(MatchCount.READS),
            scope.lists().size(),
            counted.get(MatchCount.EXACT),
            counted.get(MatchCount.EQUIVALENT),
            counted.get(MatchCount.NEAR),
            counted.get(MatchCount.ALERTS),
            counted.get(MatchCount.MARKED_STALE)));
    if (scope.rules().useOtherEntries()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %,d hits of parts of plates and %,d of descriptions without one",
              name,
              counted.get(MatchCount.PARTIAL),
              counted.get(MatchCount.VEHICLE)));
    }
  }

  /** What is worth a line of its own while the job runs, whoever reads its result. */
  static List<String> remarks(MatchCounts counted) {
    List<String> remarks = new ArrayList<>();
    if (counted.get(MatchCount.READS_SCANNED) > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d retained reads were read whole, because new entries have no whole plate to skip"
                  + " by",
              counted.get(MatchCount.READS_SCANNED)));
    }
    for (LimitedHits.TooWide wide : counted.tooWide()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "Entry %d of list %s describes no single vehicle: it fits %,d reads of this run,"
                  + " the policy allows %,d. The first ones are hits of it, none is an alert; hits"
                  + " of earlier runs stay what they are. Let it say more, or:"
                  + " platelake hotlist withdraw %s --entry %d --reason TEXT",
              wide.entryId(),
              wide.list(),
              wide.found(),
              wide.limit(),
              wide.list(),
              wide.entryId()));
    }
    return remarks;
  }

  /** A stale list is a finding: what is on it was not looked for. */
  JobResult result() {
    List<String> all = new ArrayList<>(lines);
    with(SnapshotStatus.Use.STALE)
        .forEach(
            s ->
                all.add(
                    "List "
                        + s.snapshot().list()
                        + " was not used: its source time is "
                        + s.snapshot().sourceTime()
                        + ". Load a newer file."));
    waiting.forEach(
        purpose ->
            all.add(
                "No list was used for "
                    + purpose
                    + ": its lists wait for approval. See: platelake hotlist status"));
    all.addAll(agencies.lines());
    skippedDates.forEach(d -> all.add("Not matched, a purge has closed the date: " + d));
    return JobResult.of(
        new MatchResult(
            with(SnapshotStatus.Use.IN_FORCE).size(),
            with(SnapshotStatus.Use.STALE).size(),
            with(SnapshotStatus.Use.NOT_NAMED).size(),
            skippedDates.size(),
            sum.numbers(),
            snapshots(),
            sourceTimes(SnapshotStatus.Use.STALE),
            sourceTimes(SnapshotStatus.Use.NOT_NAMED),
            skippedDates,
            tooWide(),
            waiting,
            agencies.refused(),
            all));
  }

  private List<SnapshotStatus> with(SnapshotStatus.Use use) {
    return lists.stream().filter(s -> s.is(use)).toList();
  }

  /** Reads that each of these entries fits, by its id. */
  private Map<String, Long> tooWide() {
    Map<String, Long> found = new LinkedHashMap<>();
    sum.tooWide().forEach(w -> found.merge(Long.toString(w.entryId()), w.found(), Long::sum));
    return found;
  }

  private Map<String, String> snapshots() {
    Map<String, String> byList = new LinkedHashMap<>();
    with(SnapshotStatus.Use.IN_FORCE)
        .forEach(s -> byList.put(s.snapshot().list(), s.snapshot().id()));
    return byList;
  }

  private Map<String, String> sourceTimes(SnapshotStatus.Use use) {
    Map<String, String> byList = new LinkedHashMap<>();
    with(use).forEach(s -> byList.put(s.snapshot().list(), s.snapshot().sourceTime().toString()));
    return byList;
  }
}
