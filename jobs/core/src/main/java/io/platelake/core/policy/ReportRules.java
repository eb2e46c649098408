package io.platelake.core.policy;

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
    static Annual read(Fields fields) {
      return new Annual(
          fields.read("due", ReportRules::day),
          fields.map("items", NamedRule::read),
          fields.authority());
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
    static Periodic read(Fields fields) {
      return new Periodic(
          fields.name("to"),
          fields.read("within", Period::read),
          fields.map("items", NamedRule::read),
          fields.authority());
    }
  }

  static ReportRules read(Fields fields) {
    return new ReportRules(
        fields.optional("annual", Annual::read),
        fields.optional("quarterly", Periodic::read),
        fields.optional("monthly", Periodic::read));
  }

  private static MonthDay day(Fields fields) {
    int month = fields.integer("month", 1, 12);
    int day = fields.integer("day", 1, 31);
    try {
      return MonthDay.of(month, day);
    } catch (DateTimeException e) {
      throw new InvalidRule("day", "is not a day of that month", "Give a day that exists");
    }
  }
}
