package io.platelake.core.hotlist.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Dates as lists write them; each method throws DateTimeException for what is none. */
public final class ListDates {
  private ListDates() {}

  /** An ISO instant with offset, or the first instant after an ISO date, in UTC. */
  public static Instant iso(String text) {
    return text.length() == "yyyy-MM-dd".length()
        ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  /** A local time by a pattern; for a bare date the first instant after it. */
  public static Instant after(String text, String pattern, ZoneId zone) {
    TemporalAccessor date =
        formatter(pattern).parseBest(text, LocalDateTime::from, LocalDate::from);
    return date instanceof LocalDateTime time
        ? time.atZone(zone).toInstant()
        : ((LocalDate) date).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** A local date with time by a pattern. */
  static Instant at(String text, String pattern, ZoneId zone) {
    return LocalDateTime.parse(text, formatter(pattern)).atZone(zone).toInstant();
  }

  /** Strict, so that 30 February is none; patterns say yyyy and mean the year. */
  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
