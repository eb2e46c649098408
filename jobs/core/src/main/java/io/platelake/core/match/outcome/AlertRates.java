package io.platelake.core.match.outcome;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of the alerts of a period. An alert without adjudication is neither true nor false:
 * it counts in {@link #coverage} alone. A rate of nothing is empty, never zero.
 *
 * @param reads reads of the period
 * @param hits of these, reads that matched an entry
 * @param alerts of these, alerts
 * @param confirmed of these, found to be true
 * @param wrong of these, found to be false, by cause
 */
public record AlertRates(
    long reads, long hits, long alerts, long confirmed, Map<FalseCause, Long> wrong) {

  public AlertRates {
    EnumMap<FalseCause, Long> all = new EnumMap<>(FalseCause.class);
    for (FalseCause cause : FalseCause.values()) {
      all.put(cause, wrong.getOrDefault(cause, 0L));
    }
    wrong = Collections.unmodifiableMap(all);
    long adjudicated = confirmed + sum(wrong);
    if (confirmed < 0 || all.values().stream().anyMatch(n -> n < 0) || adjudicated > alerts) {
      throw new IllegalArgumentException(adjudicated + " adjudicated of " + alerts + " alerts");
    }
    if (alerts > hits || reads < 0) {
      throw new IllegalArgumentException(
          reads + " reads, " + hits + " hits, " + alerts + " alerts");
    }
  }

  /** Alerts found to be true or false. */
  public long adjudicated() {
    return confirmed + sum(wrong);
  }

  /** Hits per read; above one where a read matches several entries each time. */
  public OptionalDouble hitRate() {
    return share(hits, reads);
  }

  /** Share of the adjudicated alerts that was false. */
  public OptionalDouble falseDiscoveryRate() {
    return share(sum(wrong), adjudicated());
  }

  /** Share of the adjudicated alerts that was false for one cause; the causes add up. */
  public OptionalDouble falseDiscoveryRate(FalseCause cause) {
    return share(wrong.get(cause), adjudicated());
  }

  /** Share of the alerts that was adjudicated. */
  public OptionalDouble coverage() {
    return share(adjudicated(), alerts);
  }

  /**
   * The median time from alert to verification, of the alerts that were verified; the mean of the
   * middle two for an even number.
   */
  public static Optional<Duration> median(List<Duration> timesToVerify) {
    if (timesToVerify.isEmpty()) {
      return Optional.empty();
    }
    List<Duration> sorted = timesToVerify.stream().sorted().toList();
    Duration upper = sorted.get(sorted.size() / 2);
    Duration lower = sorted.get((sorted.size() - 1) / 2);
    return Optional.of(lower.plus(upper.minus(lower).dividedBy(2)));
  }

  private static long sum(Map<FalseCause, Long> wrong) {
    return wrong.values().stream().mapToLong(Long::longValue).sum();
  }

  private static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
