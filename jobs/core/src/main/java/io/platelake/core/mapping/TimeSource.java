package io.platelake.core.mapping;

import io.platelake.core.record.Numbers;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a field writes an instant: of capture, or the beginning or end of an entry.
 *
 * <p>Local time at a clock change: an hour that the clocks skip did not exist, so there is no
 * instant; an hour that comes twice is taken as its first pass (the earlier instant), so that
 * retention never runs from a time later than the capture. The edge of an entry that falls into a
 * skipped hour is moved on by the hour, see {@link #beginReader} and {@link #endReader}.
 *
 * @param pattern for {@link TimeFormat#PATTERN}, else null
 * @param zone of local times; null when the format states its offset, and then a local time is none
 */
public record TimeSource(TimeFormat format, String pattern, ZoneId zone) implements Serializable {
  /** Past this the arithmetic of tables and partitions ends. */
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  /** A time by which patterns are tried. */
  static final LocalDateTime SAMPLE = LocalDateTime.of(2025, 7, 14, 16, 42, 0);

  private static final int LONGEST_NUMBER = 40;

  private static final int DATE_LENGTH = "yyyy-MM-dd".length();

  private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** ISO with an offset, or in {@code zone} without one. */
  public static TimeSource iso(ZoneId zone) {
    return new TimeSource(TimeFormat.ISO, null, zone);
  }

  public static TimeSource epochMillis() {
    return new TimeSource(TimeFormat.EPOCH_MS, null, null);
  }

  /** A formatter for {@code pattern}; IllegalArgumentException when it is none. */
  static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(yearsWithoutEra(pattern))
        .toFormatter(Locale.US)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** A function from text to instant; made once a file, since patterns are compiled in it. */
  public Reader reader() {
    return switch (format) {
      case ISO -> text -> resolve(text, ISO);
      case PATTERN -> {
        DateTimeFormatter compiled = formatter(pattern);
        yield text -> resolve(text, compiled);
      }
      case LOCAL_EPOCH_S ->
          text -> epoch(text).flatMap(wall -> local(LocalDateTime.ofInstant(wall, ZoneOffset.UTC)));
      default -> this::epoch;
    };
  }

  /**
   * A function from text to the instant at which something begins. A bare date begins with its
   * first hour in the zone, or in UTC where ISO 8601 states none. An hour that comes twice is its
   * second pass, so that nothing is in force too early. Any year is possible.
   */
  public Reader beginReader() {
    return edgeReader(Edge.BEGIN);
  }

  /**
   * A function from text to the instant at which something ends. A bare date lasts to its end in
   * the zone, or in UTC where ISO 8601 states none. An hour that comes twice is its first pass. Any
   * year is possible: lists write never as 9999.
   */
  public Reader endReader() {
    return edgeReader(Edge.END);
  }

  private enum Edge {
    BEGIN,
    END
  }

  private Reader edgeReader(Edge edge) {
    return switch (format) {
      case ISO ->
          text -> edge(edge, text, text.length() == DATE_LENGTH ? DATE : ISO, ZoneOffset.UTC);
      case PATTERN -> {
        DateTimeFormatter compiled = formatter(pattern);
        yield text -> edge(edge, text, compiled, null);
      }
      default -> reader();
    };
  }

  private Optional<Instant> edge(
      Edge edge, String text, DateTimeFormatter formatter, ZoneId ofDates) {
    try {
      TemporalAccessor parsed =
          formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (parsed instanceof OffsetDateTime stated) {
        return Optional.of(stated.toInstant());
      }
      boolean date = parsed instanceof LocalDate;
      int days = edge == Edge.END ? 1 : 0;
      LocalDateTime wallTime =
          date ? ((LocalDate) parsed).plusDays(days).atStartOfDay() : (LocalDateTime) parsed;
      ZoneId known = zone == null && date ? ofDates : zone;
      return Optional.ofNullable(known).map(z -> atEdge(edge, wallTime.atZone(z)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant atEdge(Edge edge, ZonedDateTime first) {
    return (edge == Edge.BEGIN ? first.withLaterOffsetAtOverlap() : first).toInstant();
  }

  /** Whether local times have no zone, so that the text has to state its offset. */
  public boolean needsZone() {
    return format == TimeFormat.PATTERN && zone == null && !statesOffset();
  }

  private boolean statesOffset() {
    DateTimeFormatter compiled = formatter(pattern);
    String written = compiled.format(SAMPLE.atOffset(ZoneOffset.UTC));
    return resolve(written, compiled).isPresent();
  }

  /** Text to instant, empty when there is none or an ambiguous one. */
  public interface Reader {
    Optional<Instant> instant(String text);

    /** Never fails: null and blank have no instant either. */
    default Optional<Instant> read(String text) {
      return text == null || text.isBlank() ? Optional.empty() : instant(text.strip());
    }
  }

  private Optional<Instant> epoch(String text) {
    if (text.length() > LONGEST_NUMBER || !Numbers.isNumber(text)) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text);
    // Checked before any shift: 1e999999999 is short to write and long to expand.
    if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
      return Optional.empty();
    }
    BigDecimal micros =
        number.movePointRight(6 - format.decimals()).setScale(0, RoundingMode.FLOOR);
    if (micros.signum() <= 0 || micros.precision() > 18) {
      return Optional.empty();
    }
    long value = micros.longValueExact();
    return plausible(Instant.ofEpochSecond(value / 1_000_000, value % 1_000_000 * 1_000));
  }

  private Optional<Instant> resolve(String text, DateTimeFormatter formatter) {
    try {
      TemporalAccessor parsed =
          formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime stated
          ? plausible(stated.toInstant())
          : local((LocalDateTime) parsed);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Instant> local(LocalDateTime wallTime) {
    if (zone == null) {
      return Optional.empty();
    }
    // None in a gap, two in an overlap of which the first gives the earlier instant.
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wallTime);
    return offsets.isEmpty() ? Optional.empty() : plausible(wallTime.toInstant(offsets.get(0)));
  }

  private static Optional<Instant> plausible(Instant instant) {
    return instant.isAfter(Instant.EPOCH) && instant.isBefore(END)
        ? Optional.of(instant)
        : Optional.empty();
  }

  /** Strict resolution wants an era with {@code y}; formats mean the plain year. */
  private static String yearsWithoutEra(String pattern) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (char c : pattern.toCharArray()) {
      quoted ^= c == '\'';
      out.append(c == 'y' && !quoted ? 'u' : c);
    }
    return out.toString();
  }
}
