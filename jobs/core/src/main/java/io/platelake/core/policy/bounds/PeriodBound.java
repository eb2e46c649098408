package io.platelake.core.policy.bounds;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.Optional;

/**
 * What a state leaves an agency of a period: at least {@code min}, at most {@code max}.
 *
 * @param min an agency has to keep at least this long
 * @param max an agency may keep no longer
 * @param authority where it comes from
 */
record PeriodBound(Optional<Period> min, Optional<Period> max, Authority authority) {
  PeriodBound {
    if (min.isEmpty() && max.isEmpty()) {
      throw new InvalidRule("max", "is missing, and min too", "Give a maximum, a minimum or both");
    }
  }

  /** What is too long about a maximum. */
  Optional<String> tooLong(Optional<Period> given) {
    return max.filter(m -> given.isEmpty() || given.get().isEverLongerThan(m))
        .map(m -> given.map(g -> g + " is longer than " + m).orElse("there is no maximum"));
  }

  /** What is too short about a minimum. */
  Optional<String> tooShort(Optional<Period> given) {
    return min.filter(m -> given.isEmpty() || m.isEverLongerThan(given.get()))
        .map(m -> given.map(g -> g + " is shorter than " + m).orElse("there is no minimum"));
  }

  static PeriodBound read(YamlMap fields) {
    return new PeriodBound(
        fields.optional("min", Period::read),
        fields.optional("max", Period::read),
        Authority.of(fields));
  }

  static PeriodBound every(YamlMap fields) {
    return most("every", fields);
  }

  static PeriodBound maxAge(YamlMap fields) {
    return most("max_age", fields);
  }

  private static PeriodBound most(String key, YamlMap fields) {
    return new PeriodBound(
        Optional.empty(), Optional.of(fields.read(key, Period::read)), Authority.of(fields));
  }
}
