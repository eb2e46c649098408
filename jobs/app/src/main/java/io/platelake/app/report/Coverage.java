package io.platelake.app.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How much of the year the daily facts cover.
 *
 * @param days days of the year
 * @param daysWithFacts days with at least one fact
 * @param firstDay first such day, UTC; null without any
 * @param lastDay last such day, UTC; null without any
 * @param yearOver whether the year was over when the report was made
 * @param statement the same in words
 */
public record Coverage(
    int days,
    @JsonProperty("days_with_facts") int daysWithFacts,
    @JsonProperty("first_day") LocalDate firstDay,
    @JsonProperty("last_day") LocalDate lastDay,
    @JsonProperty("year_over") boolean yearOver,
    String statement) {

  static Coverage of(ReportYear year, int daysWithFacts, LocalDate first, LocalDate last) {
    return new Coverage(
        year.days(),
        daysWithFacts,
        first,
        last,
        year.isOver(),
        statement(year, daysWithFacts, first, last));
  }

  private static String statement(ReportYear year, int some, LocalDate first, LocalDate last) {
    String facts =
        some == 0
            ? "Daily facts cover none of the " + year.days() + " days of " + year.year() + "."
            : "Daily facts cover "
                + some
                + " of the "
                + year.days()
                + " days of "
                + year.year()
                + (first.equals(last)
                    ? ", " + first + "."
                    : ", the first " + first + ", the last " + last + ".");
    Instant asOf = year.asOf();
    return year.isOver()
        ? facts
        : facts + " The year was not over when the report was made, at " + asOf + ".";
  }
}
