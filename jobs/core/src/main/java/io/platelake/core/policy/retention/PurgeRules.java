package io.platelake.core.policy.retention;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.Duration;

/**
 * When purges run and what stops one.
 *
 * @param every interval between scheduled purges
 * @param grace how late a scheduled purge may finish
 * @param scheduleAuthority where both come from
 * @param maxShareOfRows a plan over more than this share of a purpose's rows stops; above 0, to 1
 * @param maxAgeBeyondLimit a plan with rows overdue by more than this stops
 * @param guardAuthority where both come from
 */
public record PurgeRules(
    Duration every,
    Duration grace,
    Authority scheduleAuthority,
    double maxShareOfRows,
    Duration maxAgeBeyondLimit,
    Authority guardAuthority) {

  public PurgeRules {
    if (every.isZero() || every.isNegative()) {
      throw new InvalidRule("schedule.every", "is zero", "Give the interval between two purges");
    }
    InvalidRule.requireShare("guards.max_share_of_rows", maxShareOfRows);
  }

  /** What expires within this from now cannot wait for the next run: interval plus grace. */
  public Duration horizon() {
    return every.plus(grace);
  }

  public static PurgeRules read(YamlMap fields) {
    Schedule schedule = fields.read("schedule", Schedule::read);
    Guards guards = fields.read("guards", Guards::read);
    return new PurgeRules(
        schedule.every,
        schedule.grace,
        schedule.authority,
        guards.maxShareOfRows,
        guards.maxAgeBeyondLimit,
        guards.authority);
  }

  private record Schedule(Duration every, Duration grace, Authority authority) {
    public static Schedule read(YamlMap fields) {
      return new Schedule(
          Period.exact(fields, "every"), Period.exact(fields, "grace"), Authority.of(fields));
    }
  }

  private record Guards(double maxShareOfRows, Duration maxAgeBeyondLimit, Authority authority) {
    public static Guards read(YamlMap fields) {
      return new Guards(
          fields.number("max_share_of_rows"),
          Period.exact(fields, "max_age_beyond_limit"),
          Authority.of(fields));
    }
  }
}
