package io.platelake.core.policy.retention;

/**
 * Units of a {@link Period}. Minutes, hours and days (of 24 hours) are exact lengths; months and
 * years are steps of the UTC calendar.
 */
public enum Unit {
  MINUTES(60),
  HOURS(3_600),
  DAYS(86_400),
  MONTHS(0),
  YEARS(0);

  private final int seconds;

  Unit(int seconds) {
    this.seconds = seconds;
  }

  /** Whether the unit has one length whatever the date. */
  public boolean isExact() {
    return seconds > 0;
  }

  /** Length of one unit in seconds; 0 for a calendar unit. */
  int seconds() {
    return seconds;
  }
}
