package io.platelake.core.policy.matching;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Retention;
import io.platelake.core.policy.retention.Unit;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How long a person may rule out a false match. The ruling keeps the plate that was read beyond its
 * read, so it ends, and a person looks again.
 *
 * @param max longest time from the date of the ruling
 * @param authority where it comes from
 */
public record SuppressionRule(Period max, Authority authority) {

  /** Of a policy that says nothing. */
  static final SuppressionRule DEFAULT =
      new SuppressionRule(
          new Period(1, Unit.YEARS),
          new Authority(
              Authority.PLATFORM_DEFAULT,
              Optional.empty(),
              Optional.of(
                  "A ruling keeps a plate; within a year the car, the entry or the reader may have"
                      + " changed, and somebody has to look again.")));

  public SuppressionRule {
    if (max.amount() == 0) {
      throw new InvalidRule("max", "is zero", "Give the longest time that a ruling may cover");
    }
  }

  static SuppressionRule read(YamlMap fields) {
    return new SuppressionRule(fields.read("max", Period::read), Authority.of(fields));
  }

  /** The latest UTC date on which a ruling of {@code today} may end. */
  public LocalDate lastEnd(LocalDate today) {
    Instant start = today.atStartOfDay().toInstant(ZoneOffset.UTC);
    return LocalDate.ofInstant(Retention.expiresAt(start, max), ZoneOffset.UTC);
  }
}
