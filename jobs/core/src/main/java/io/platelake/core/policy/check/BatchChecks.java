package io.platelake.core.policy.check;

import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.PurgeRules;
import io.platelake.core.policy.retention.Retention;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.yaml.InvalidRule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Limits that a purge which runs in batches and takes whole UTC dates cannot keep. A limit that is
 * not kept in every night is worse than a refusal: such reads must not be landed at all.
 */
public final class BatchChecks {
  private static final Instant CYCLE_START = Instant.parse("2024-01-01T00:00:00Z");
  private static final int CYCLE_DAYS = 1_461;

  private BatchChecks() {}

  public static void check(Map<String, RetentionRule> retention, PurgeRules purge) {
    retention.forEach(
        (purpose, rule) -> {
          String path = "retention." + purpose;
          rule.max().ifPresent(max -> longerThanBatch(path, max, purge));
          if (rule.min().isPresent() && rule.max().isPresent()) {
            roomBetween(path, rule.min().get(), rule.max().get(), purge);
          }
        });
  }

  /** A read that must go before a purge has come round is never written (match and discard). */
  private static void longerThanBatch(String path, Period max, PurgeRules purge) {
    if (shortest(max).compareTo(purge.horizon()) <= 0) {
      throw new InvalidRule(
          path + ".max",
          "of "
              + max
              + " is not longer than a purge takes to come round ("
              + purge.horizon().toHours()
              + " hours), so a read would have to go before it could",
          "Let the purge run more often, or match such reads and discard them before landing");
    }
  }

  /** A date goes whole, so its youngest read is up to a day younger than its oldest. */
  private static void roomBetween(String path, Period min, Period max, PurgeRules purge) {
    Duration needed = purge.horizon().plusDays(1);
    for (int day = 0; day < CYCLE_DAYS; day++) {
      Instant from = CYCLE_START.plus(day, ChronoUnit.DAYS);
      Instant latest = Retention.expiresAt(from, max).minus(needed);
      if (Retention.expiresAt(from, min).isAfter(latest)) {
        throw new InvalidRule(
            path + ".min",
            "of " + min + " leaves a purge of whole dates no time before the max of " + max,
            "Leave at least " + needed.toHours() + " hours between the two");
      }
    }
  }

  private static Duration shortest(Period period) {
    Duration shortest = Duration.between(CYCLE_START, Retention.expiresAt(CYCLE_START, period));
    for (int day = 1; day < CYCLE_DAYS && !period.unit().isExact(); day++) {
      Instant from = CYCLE_START.plus(day, ChronoUnit.DAYS);
      Duration length = Duration.between(from, Retention.expiresAt(from, period));
      shortest = length.compareTo(shortest) < 0 ? length : shortest;
    }
    return shortest;
  }
}
