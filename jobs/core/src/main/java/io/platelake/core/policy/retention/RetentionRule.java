package io.platelake.core.policy.retention;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How long something must stay and may stay, counted from a clock; at least one of the two.
 *
 * @param min it stays at least this long
 * @param max it is gone after this
 * @param clock the event both count from
 * @param approval roles that must each approve before anything goes; empty means none
 * @param authority where it comes from
 */
public record RetentionRule(
    Optional<Period> min,
    Optional<Period> max,
    Clock clock,
    Set<String> approval,
    Authority authority) {

  public RetentionRule {
    if (min.isEmpty() && max.isEmpty()) {
      throw new InvalidRule("max", "is missing, and min too", "Give a maximum, a minimum or both");
    }
    if (max.isPresent() && max.get().amount() == 0 && !clock.endsSomething()) {
      throw new InvalidRule(
          "max", "of zero would keep nothing at all", "Give a period, or a clock that ends a use");
    }
    if (min.isPresent() && max.isPresent() && min.get().isEverLongerThan(max.get())) {
      throw new InvalidRule(
          "min",
          "of " + min.get() + " is longer than the max of " + max.get(),
          "Make the minimum no longer than the maximum");
    }
  }

  /** First instant at which it must be gone; empty when there is no maximum. */
  public Optional<Instant> expiresAt(Instant clockStart) {
    return max.map(period -> Retention.expiresAt(clockStart, period));
  }

  /** First instant at which it may go; empty when there is no minimum. */
  public Optional<Instant> keptUntil(Instant clockStart) {
    return min.map(period -> Retention.expiresAt(clockStart, period));
  }

  public static RetentionRule read(YamlMap fields) {
    return new RetentionRule(
        fields.optional("min", Period::read),
        fields.optional("max", Period::read),
        fields.word("clock", Clock.class),
        Set.copyOf(fields.optionalWords("approval")),
        Authority.of(fields));
  }
}
