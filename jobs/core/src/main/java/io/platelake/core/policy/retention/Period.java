package io.platelake.core.policy.retention;

import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A length of time in the policy's own unit, never converted: six months are not 180 days.
 *
 * @param amount 0 to 100,000
 * @param unit minutes, hours, days, calendar months or calendar years
 */
public record Period(int amount, Unit unit) {
  private static final int MAX_AMOUNT = 100_000;

  /** Four years from a leap year on hold every combination of month lengths. */
  private static final Instant CYCLE_START = Instant.parse("2024-01-01T00:00:00Z");

  private static final int CYCLE_DAYS = 1_461;

  public Period {
    if (amount < 0 || amount > MAX_AMOUNT) {
      throw new InvalidRule(
          "amount", "is outside 0 to " + MAX_AMOUNT, "Use a whole number, or a larger unit");
    }
  }

  /**
   * The exact length.
   *
   * @throws InvalidRule for months and years, whose length depends on the date
   */
  public Duration toDuration() {
    if (!unit.isExact()) {
      throw new InvalidRule(
          "unit", "has no exact length", "Use minutes, hours or days for this rule");
    }
    return Duration.ofSeconds(Math.multiplyExact((long) amount, unit.seconds()));
  }

  /**
   * Whether this period ends after {@code other} from at least one starting day. 6 months are
   * sometimes longer than 182 days, and 183 days are sometimes longer than 6 months.
   */
  public boolean isEverLongerThan(Period other) {
    for (int day = 0; day < CYCLE_DAYS; day++) {
      Instant from = CYCLE_START.plus(day, ChronoUnit.DAYS);
      if (Retention.expiresAt(from, this).isAfter(Retention.expiresAt(from, other))) {
        return true;
      }
    }
    return false;
  }

  /** The exact length under a key; a period of months or years is refused. */
  public static Duration exact(YamlMap rule, String key) {
    return rule.read(key, period -> read(period).toDuration());
  }

  public static Period read(YamlMap fields) {
    return new Period(fields.integer("amount", 0, MAX_AMOUNT), fields.word("unit", Unit.class));
  }

  @Override
  public String toString() {
    String units = unit.name().toLowerCase(Locale.ROOT);
    return amount + " " + (amount == 1 ? units.substring(0, units.length() - 1) : units);
  }
}
