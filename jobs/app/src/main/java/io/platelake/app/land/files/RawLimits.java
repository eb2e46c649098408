package io.platelake.app.land.files;

import io.platelake.app.ledger.site.LandedFile;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.land.Fate;
import io.platelake.core.land.LandingReason;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.retention.RetentionRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The instant from which landed raw files must be gone. It is the earliest of three limits: the
 * first of the reads and quarantined records of their batch; a read of the earliest capture that
 * any of their records states; and the limit of the feed. A file must be gone at once if it holds
 * records that are forbidden here: made at a protected place, past their limit, or of a closed
 * date. So must a file that only repeats events.
 */
public final class RawLimits {
  private static final Set<String> NOT_HERE =
      Set.of(
          LandingReason.EXPIRED.name(),
          LandingReason.EXPIRES_BEFORE_PURGE.name(),
          LandingReason.CLOSED_DATE.name(),
          LandingReason.IMPLAUSIBLE_TIME.name());

  private final FeedDefinition feed;
  private final Policy policy;

  public RawLimits(FeedDefinition feed, Policy policy) {
    this.feed = feed;
    this.policy = policy;
  }

  /**
   * The limits of landed files, by digest; a file without one has no limit.
   *
   * @param written what their batches wrote
   * @param files digests
   */
  Map<String, Instant> of(WrittenBatches written, Set<String> files) {
    Map<String, Instant> limits = new HashMap<>();
    for (LandedFile file : written.files(feed)) {
      if (files.contains(file.plan().digest())) {
        limit(file, written.findFirstLimit(file.plan().batch()))
            .ifPresent(limit -> limits.put(file.plan().digest(), limit));
      }
    }
    return limits;
  }

  private Optional<Instant> limit(LandedFile file, Optional<Instant> firstOfBatch) {
    boolean repeats =
        file.count(Fate.DUPLICATE) > 0 && file.count(Fate.KEPT) + file.count(Fate.QUARANTINED) == 0;
    boolean notHere =
        file.count(Fate.EXCLUDED) > 0
            || file.counts().refusedBy().keySet().stream().anyMatch(NOT_HERE::contains);
    if (repeats || notHere) {
      return Optional.of(file.doneAt());
    }
    RetentionRule retention = policy.retention(feed.purpose());
    return Stream.of(
            firstOfBatch,
            retention.expiresAt(file.doneAt()),
            file.counts().firstCapture().flatMap(retention::expiresAt),
            feed.rawFiles().mayStay().map(file.doneAt()::plus))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }
}
