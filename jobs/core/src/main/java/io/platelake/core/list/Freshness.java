package io.platelake.core.list;

import java.time.Duration;
import java.time.Instant;

/** Whether a list snapshot is fresh enough to be matched against (Washington policy, 4.7). */
public final class Freshness {
  private Freshness() {}

  /**
   * Whether the list was at most {@code maxAge} old at {@code asOf}; the limit itself still counts.
   *
   * @param sourceTime when the source says it wrote the list, not when it was fetched
   */
  public static boolean usable(Instant sourceTime, Instant asOf, Duration maxAge) {
    return Duration.between(sourceTime, asOf).compareTo(maxAge) <= 0;
  }
}
