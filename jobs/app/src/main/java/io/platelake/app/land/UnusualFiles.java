package io.platelake.app.land;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.feed.rule.UnusualShares;
import io.platelake.core.land.Fate;
import io.platelake.core.land.FileCounts;
import io.platelake.core.record.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files of a run with an unusual share of refused, quarantined or repeated records. A file is
 * unusual by itself, or it adds to an unusual share of all files so far.
 */
final class UnusualFiles {
  private final FeedDefinition feed;
  private final List<FileCounts> soFar = new ArrayList<>();
  private final Set<LandingShare> found = new TreeSet<>();

  UnusualFiles(FeedDefinition feed) {
    this.feed = feed;
  }

  /** What is unusual about each file of the next batch, in its order. */
  List<Set<LandingShare>> add(List<FileAccount> batch) {
    batch.forEach(account -> soFar.add(account.counts()));
    Set<LandingShare> ofRun = exceeded(soFar);
    List<Set<LandingShare>> unusual = new ArrayList<>();
    for (FileAccount account : batch) {
      Set<LandingShare> ofFile = new TreeSet<>(ofRun);
      ofFile.removeIf(share -> counts(account.landed()).get(share) == 0);
      if (account.landed().records() >= UnusualShares.LEAST_OF_A_FILE) {
        ofFile.addAll(exceeded(List.of(account.landed())));
      }
      found.addAll(ofFile);
      unusual.add(ofFile);
    }
    return unusual;
  }

  /** Of what an unusual share was found. */
  Set<LandingShare> found() {
    return found;
  }

  private Set<LandingShare> exceeded(List<FileCounts> files) {
    long judged = files.stream().mapToLong(UnusualFiles::judged).sum();
    Map<LandingShare, Long> sums = new EnumMap<>(LandingShare.class);
    files.forEach(file -> counts(file).forEach((share, n) -> sums.merge(share, n, Long::sum)));
    return feed.unusual().exceeded(judged, sums);
  }

  /** Heartbeats and the like may be most of a feed. */
  private static long judged(FileCounts file) {
    return file.records() - file.refused(Reason.NOT_A_READ.name());
  }

  private static Map<LandingShare, Long> counts(FileCounts file) {
    return Map.of(
        LandingShare.QUARANTINED,
        file.count(Fate.QUARANTINED),
        LandingShare.REFUSED,
        file.count(Fate.REFUSED) - file.refused(Reason.NOT_A_READ.name()),
        LandingShare.DUPLICATE,
        file.count(Fate.DUPLICATE),
        LandingShare.OTHER_PLATE,
        file.otherPlates());
  }
}
