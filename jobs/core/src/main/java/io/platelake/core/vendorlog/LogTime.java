package io.platelake.core.vendorlog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instants as vendors' logs write them. All are UTC: the files say so, or their maker does. Forms:
 * {@code 3/8/2026, 06:15:09 PM UTC}, {@code 2026-03-08 18:15:09.123}, {@code 2026-03-08T18:15:09Z},
 * and the days that spreadsheets count from 30 December 1899.
 */
final class LogTime {
  private static final Pattern AMERICAN =
      Pattern.compile(
          "(\\d{1,2})/(\\d{1,2})/(\\d{4}),?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([AaPp][Mm])?\\s*(?:UTC)?");
  private static final Pattern PLAIN =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)\\s*(?:UTC)?");
  private static final Pattern OFFSET =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
  private static final Pattern FRACTION = Pattern.compile("0?\\.\\d+");
  private static final String ANY_DAY = "2026-01-01 ";
  private static final String ANY_AMERICAN_DAY = "1/1/2026 ";
  private static final LocalDate SPREADSHEET = LocalDate.of(1899, 12, 30);
  private static final double SECONDS = 86_400;
  // Days of 2005 to 2064: another number is no day of a reader's log.
  private static final double FIRST_SERIAL = 38_353;
  private static final double LAST_SERIAL = 60_265;

  private LogTime() {}

  /** The instant of a text; empty when it is none. */
  static Optional<Instant> read(String text) {
    try {
      Matcher american = AMERICAN.matcher(text);
      if (american.matches()) {
        return Optional.of(american(american));
      }
      Matcher plain = PLAIN.matcher(text);
      if (plain.matches()) {
        return Optional.of(
            LocalDate.parse(plain.group(1))
                .atTime(LocalTime.parse(plain.group(2)))
                .toInstant(ZoneOffset.UTC));
      }
      if (OFFSET.matcher(text).matches()) {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      }
      return SERIAL.matcher(text).matches() ? serial(Double.parseDouble(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day of a text, with or without a time of day; empty when it is none. */
  static Optional<LocalDate> day(String text) {
    return read(text)
        .or(() -> read(text + " 00:00:00"))
        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** The time of day of a text that has no day; empty when it is none. */
  static Optional<LocalTime> timeOfDay(String text) {
    if (FRACTION.matcher(text).matches()) {
      return Optional.of(
          LocalTime.MIDNIGHT.plusSeconds(Math.round(Double.parseDouble(text) * SECONDS)));
    }
    return read(ANY_DAY + text)
        .or(() -> read(ANY_AMERICAN_DAY + text))
        .map(at -> LocalTime.ofInstant(at, ZoneOffset.UTC));
  }

  private static Instant american(Matcher text) {
    int hour = Integer.parseInt(text.group(4));
    if (text.group(7) != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("an hour of half a day");
      }
      hour = hour % 12 + (text.group(7).equalsIgnoreCase("pm") ? 12 : 0);
    }
    return LocalDateTime.of(
            Integer.parseInt(text.group(3)),
            Integer.parseInt(text.group(1)),
            Integer.parseInt(text.group(2)),
            hour,
            Integer.parseInt(text.group(5)),
            text.group(6) == null ? 0 : Integer.parseInt(text.group(6)))
        .toInstant(ZoneOffset.UTC);
  }

  private static Optional<Instant> serial(double days) {
    if (days < FIRST_SERIAL || days > LAST_SERIAL) {
      return Optional.empty();
    }
    long whole = (long) days;
    return Optional.of(
        SPREADSHEET
            .plusDays(whole)
            .atStartOfDay()
            .plusSeconds(Math.round((days - whole) * SECONDS))
            .toInstant(ZoneOffset.UTC));
  }
}
