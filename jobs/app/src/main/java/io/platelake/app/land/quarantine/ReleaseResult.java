package io.platelake.app.land.quarantine;

import io.platelake.app.job.Detail;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.land.LandJob;
import io.platelake.app.land.LandResult;
import io.platelake.app.land.QuarantinedFor;
import io.platelake.app.ledger.site.WaitingFile;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a run of {@code quarantine release} gives.
 *
 * @param waiting records that waited
 * @param judged records that were judged, of these and of documents that hold more by now
 * @param fates what became of the judged records
 * @param left records that wait now
 * @param unjudged of these, records that the run has not judged
 * @param rawFiles files that were read again, instead of the kept texts of their records
 */
record ReleaseResult(
    long waiting,
    long judged,
    Map<Fate, Long> fates,
    long left,
    long unjudged,
    long rawFiles,
    String feed,
    @Detail long changedFiles,
    Map<String, Long> refusedBy,
    Map<String, Long> quarantinedBy,
    List<QuarantinedFor> quarantinedFor,
    List<String> unusual)
    implements RunResult {

  /**
   * Sums of a run.
   *
   * @param before files that waited
   * @param left records that wait now
   * @param isUnusual whether an unusual share of one of the files is still in quarantine
   */
  static ReleaseResult of(
      FeedDefinition feed,
      Collection<WaitingFile> before,
      long rawFiles,
      long left,
      boolean isUnusual,
      LandJob.Outcome outcome) {
    LandResult landed = LandResult.of(feed, outcome);
    Map<Fate, Long> fates = new EnumMap<>(landed.fates());
    // Records of the files that were not judged are no news.
    fates.merge(Fate.DUPLICATE, -outcome.knownRecords(), Long::sum);
    TreeSet<String> unusual = new TreeSet<>(landed.unusual());
    // Records that wait on are counted as left, and the file decides what share of it is unusual:
    // most of the last few records may stay while nearly all of the file has landed.
    unusual.remove(LandResult.NOTHING);
    unusual.remove(LandingShare.QUARANTINED.name());
    if (isUnusual) {
      unusual.add(LandingShare.QUARANTINED.name());
    }
    return new ReleaseResult(
        before.stream().mapToLong(WaitingFile::records).sum(),
        fates.values().stream().mapToLong(Long::longValue).sum(),
        fates,
        left,
        Math.max(0, left - fates.getOrDefault(Fate.QUARANTINED, 0L)),
        rawFiles,
        feed.id(),
        landed.changedFiles(),
        landed.refusedBy(),
        landed.quarantinedBy(),
        landed.quarantinedFor(),
        List.copyOf(unusual));
  }

  @Override
  public RunOutcome outcome() {
    return LandResult.outcome(changedFiles, unusual);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "Feed %s: %,d record(s) waited, %,d judged again, %,d wait now",
            feed, waiting, judged, left));
    for (Fate fate : Fate.values()) {
      lines.add(LandResult.line(fate, fates));
    }
    quarantinedFor.forEach(most -> lines.add(most.line()));
    if (unjudged > 0) {
      lines.add(
          String.format(
              "%,d record(s) were not judged: their rules have not changed, or only their raw file"
                  + " tells enough. Add its path.",
              unjudged));
    }
    if (!unusual.isEmpty()) {
      String better =
          left < waiting
              ? String.format("%,d fewer wait than before, but the ", waiting - left)
              : "The ";
      lines.add(
          better
              + "share is unusual: "
              + String.join(", ", unusual).toLowerCase(Locale.ROOT)
              + ". Repair the feed file further, or raise its unusual.");
    }
    if (changedFiles > 0) {
      lines.add(String.format("%,d file(s) changed meanwhile: run it again.", changedFiles));
    }
    return lines;
  }
}
