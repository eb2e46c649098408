package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.authority.NamedRule;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;

/**
 * What is reported, and by when.
 *
 * @param annual the report of a year; empty where the document asks for none
 * @param quarterly the report of three months; empty where it asks for none
 * @param monthly the report of a month; empty where it asks for none
 */
public record ReportRules(
    Optional<Annual> annual, Optional<Periodic> quarterly, Optional<Periodic> monthly) {

  /**
   * @param due the day of each year by which it is published
   * @param items what it must hold, by id, in the order of the policy
   * @param authority where it comes from
   */
  public record Annual(MonthDay due, Map<String, NamedRule> items, Authority authority) {
    public static Annual read(YamlMap fields) {
      return new Annual(
          fields.read("due", ReportRules::day),
          fields.map("items", NamedRule::read),
          Authority.of(fields));
    }
  }

  /**
   * @param to who gets it
   * @param within how long after the end of the period it is due
   * @param items what it must hold, by id, in the order of the policy
   * @param authority where it comes from
   */
  public record Periodic(
      String to, Period within, Map<String, NamedRule> items, Authority authority) {
    public static Periodic read(YamlMap fields) {
      return new Periodic(
          fields.name("to"),
          fields.read("within", Period::read),
          fields.map("items", NamedRule::read),
          Authority.of(fields));
    }
  }

  public static ReportRules read(YamlMap fields) {
    return new ReportRules(
        fields.optional("annual", Annual::read),
        fields.optional("quarterly", Periodic::read),
        fields.optional("monthly", Periodic::read));
  }

  private static MonthDay day(YamlMap fields) {
    int month = fields.integer("month", 1, 12);
    int day = fields.integer("day", 1, 31);
    try {
      return MonthDay.of(month, day);
    } catch (DateTimeException e) {
      throw new InvalidRule("day", "is not a day of that month", "Give a day that exists");
    }
  }
}
