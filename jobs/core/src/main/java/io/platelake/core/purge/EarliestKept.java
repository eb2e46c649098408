package io.platelake.core.purge;

import io.platelake.core.policy.retention.RetentionRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The earliest capture that a rule still allows at an instant: what is older must be gone. */
public final class EarliestKept {
  private EarliestKept() {}

  /**
   * @return empty when the rule sets no maximum
   */
  public static Optional<Instant> of(RetentionRule rule, Instant asOf) {
    Optional<Instant> end = rule.expiresAt(asOf);
    if (end.isEmpty()) {
      return Optional.empty();
    }
    // Calendar months differ in length, so the answer is a few days around asOf minus the period.
    LocalDate around =
        LocalDate.ofInstant(asOf.minus(Duration.between(asOf, end.get())), ZoneOffset.UTC);
    for (LocalDate day = around.minusDays(5); ; day = day.plusDays(1)) {
      Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1000);
      if (kept(rule, to, asOf)) {
        return Optional.of(first(rule, from, to, asOf));
      }
    }
  }

  /** Within one UTC day a later capture never expires earlier, so halving finds the first. */
  private static Instant first(RetentionRule rule, Instant from, Instant to, Instant asOf) {
    Instant low = from;
    Instant high = to;
    while (low.isBefore(high)) {
      Instant middle = low.plus(Duration.between(low, high).dividedBy(2));
      if (kept(rule, middle, asOf)) {
        high = middle;
      } else {
        low = middle.plusNanos(1);
      }
    }
    return high;
  }

  private static boolean kept(RetentionRule rule, Instant capture, Instant asOf) {
    return rule.expiresAt(capture).orElse(Instant.MAX).isAfter(asOf);
  }
}
