package io.platelake.app.match;

import io.platelake.app.job.JobResult;
import io.platelake.app.match.MatchCounts.Count;
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
  private final List<String> lines = new ArrayList<>();
  private final List<String> skippedDates = new ArrayList<>();
  private MatchCounts sum = MatchCounts.NONE;

  MatchReport(List<SnapshotStatus> lists) {
    this.lists = lists;
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
                + " alerts; %,d earlier hits marked stale",
            name,
            counted.get(Count.READS),
            scope.lists().size(),
            counted.get(Count.EXACT),
            counted.get(Count.EQUIVALENT),
            counted.get(Count.NEAR),
            counted.get(Count.ALERTS),
            counted.get(Count.MARKED_STALE)));
    if (scope.rules().useOtherEntries()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %,d hits of parts of plates and %,d of descriptions without one",
              name,
              counted.get(Count.PARTIAL),
              counted.get(Count.VEHICLE)));
    }
  }

  /** What is worth a line of its own while the job runs, whoever reads its result. */
  static List<String> remarks(MatchCounts counted) {
    List<String> remarks = new ArrayList<>();
    if (counted.get(Count.READS_SCANNED) > 0) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d retained reads were read whole, because new entries have no whole plate to skip"
                  + " by",
              counted.get(Count.READS_SCANNED)));
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
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("lists_in_force", (long) with(SnapshotStatus.Use.IN_FORCE).size());
    counts.put("lists_stale", (long) with(SnapshotStatus.Use.STALE).size());
    counts.put("lists_not_named", (long) with(SnapshotStatus.Use.NOT_NAMED).size());
    counts.put("dates_closed", (long) skippedDates.size());
    counts.putAll(sum.counts());
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("snapshots", snapshots());
    details.put("stale", sourceTimes(SnapshotStatus.Use.STALE));
    details.put("not_named", sourceTimes(SnapshotStatus.Use.NOT_NAMED));
    details.put("closed", skippedDates);
    details.put("too_wide", tooWide());
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
    skippedDates.forEach(d -> all.add("Not matched, a purge has closed the date: " + d));
    JobResult result = JobResult.done(counts).with(details).saying(all);
    return with(SnapshotStatus.Use.STALE).isEmpty() ? result : result.finding();
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
