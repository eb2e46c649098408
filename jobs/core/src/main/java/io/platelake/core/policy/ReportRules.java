package io.platelake.core.policy;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Map;

/**
 * The annual report.
 *
 * @param annualDue the day of each year by which it is published
 * @param annualItems what it must hold, by id, in the order of the policy
 * @param authority where it comes from
 */
public record ReportRules(
    MonthDay annualDue, Map<String, NamedRule> annualItems, Authority authority) {

  static ReportRules read(Fields fields) {
    return fields.read(
        "annual",
        annual ->
            new ReportRules(
                annual.read("due", ReportRules::day),
                annual.map("items", NamedRule::read),
                annual.authority()));
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
