package io.platelake.core.mapping.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;

/**
 * A time as its text states it.
 *
 * @param wall date and time of day; a date alone starts at midnight. Null where the text is none
 * @param dateOnly whether the text states no time of day
 * @param zone that the text states; null when it states none
 * @param problem with the text; null without one
 */
record WrittenTime(LocalDateTime wall, boolean dateOnly, ZoneId zone, TimeProblem problem) {
  static final WrittenTime OTHER_FORM = of(TimeProblem.OTHER_FORM);

  static WrittenTime of(TimeProblem problem) {
    return new WrittenTime(null, false, null, problem);
  }

  /** What a formatter parsed: with its offset, without one, or a date alone. */
  static WrittenTime of(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime stated) {
      return new WrittenTime(stated.toLocalDateTime(), false, stated.getOffset(), null);
    }
    return parsed instanceof LocalDate date
        ? new WrittenTime(date.atStartOfDay(), true, null, null)
        : new WrittenTime((LocalDateTime) parsed, false, null, null);
  }

  /** The same in a zone that the text names elsewhere. */
  WrittenTime in(ZoneId named) {
    return new WrittenTime(wall, dateOnly, zone == null ? named : zone, null);
  }

  boolean isUnderstood() {
    return problem == null;
  }
}
