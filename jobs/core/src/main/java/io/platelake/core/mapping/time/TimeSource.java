package io.platelake.core.mapping.time;

import io.platelake.core.record.Numbers;
import io.platelake.core.record.Words;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a field writes an instant: of capture, or the beginning or end of an entry.
 *
 * <p>Local time at a clock change: an hour that the clocks skip did not exist, so there is no
 * instant; of an hour that comes twice {@code twice} chooses. The edge of an entry that falls into
 * a skipped hour is moved on by the hour, see {@link #beginReader} and {@link #endReader}.
 *
 * @param patterns for {@link TimeFormat#PATTERN}, else none; the first that fits a text counts
 * @param zone of local times; null when the format states its offset, and then a local time is none
 * @param zones what abbreviations of zones mean in this file, by the abbreviation in upper case
 * @param twice which pass of an hour a local time is that comes twice
 */
public record TimeSource(
    TimeFormat format,
    List<String> patterns,
    ZoneId zone,
    Map<String, ZoneId> zones,
    RepeatedHour twice)
    implements Serializable {
  /** Past this the arithmetic of tables and partitions ends. */
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  /** A time by which patterns are tried. */
  static final LocalDateTime SAMPLE = LocalDateTime.of(2025, 7, 14, 16, 42, 0);

  private static final int LONGEST_NUMBER = 40;

  public TimeSource {
    patterns = List.copyOf(patterns);
    zones = Map.copyOf(zones);
  }

  /**
   * Local times that come twice are their first pass, and abbreviations mean the usual.
   *
   * @param pattern null without one
   */
  public TimeSource(TimeFormat format, String pattern, ZoneId zone) {
    this(
        format, pattern == null ? List.of() : List.of(pattern), zone, Map.of(), RepeatedHour.FIRST);
  }

  /** ISO with an offset, or in {@code zone} without one. */
  public static TimeSource iso(ZoneId zone) {
    return new TimeSource(TimeFormat.ISO, null, zone);
  }

  public static TimeSource epochMillis() {
    return new TimeSource(TimeFormat.EPOCH_MS, null, null);
  }

  /** A function from text to instant; made once a file, since patterns are compiled in it. */
  public Reader reader() {
    return switch (format) {
      case ISO -> {
        IsoTime iso = new IsoTime(words());
        yield text -> resolved(iso.read(text, false));
      }
      case PATTERN -> {
        TimePatterns compiled = new TimePatterns(patterns, words());
        yield text -> resolved(compiled.read(text));
      }
      case LOCAL_EPOCH_S ->
          text ->
              epoch(text) instanceof TimeReading.At wall
                  ? local(LocalDateTime.ofInstant(wall.instant(), ZoneOffset.UTC), zone)
                  : none(TimeProblem.OTHER_FORM);
      default -> this::epoch;
    };
  }

  private ZoneWords words() {
    return new ZoneWords(zones, zone);
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
      case ISO -> {
        IsoTime iso = new IsoTime(words());
        yield text -> edge(edge, iso.read(text, true), ZoneOffset.UTC);
      }
      case PATTERN -> {
        TimePatterns compiled = new TimePatterns(patterns, words());
        yield text -> edge(edge, compiled.read(text), null);
      }
      default -> reader();
    };
  }

  private TimeReading edge(Edge edge, WrittenTime written, ZoneId ofDates) {
    if (!written.isUnderstood()) {
      return none(written.problem());
    }
    ZoneId stated = written.zone() == null ? zone : written.zone();
    ZoneId known = stated == null && written.dateOnly() ? ofDates : stated;
    if (known == null) {
      return none(TimeProblem.NO_ZONE);
    }
    int days = written.dateOnly() && edge == Edge.END ? 1 : 0;
    ZonedDateTime first = written.wall().plusDays(days).atZone(known);
    ZonedDateTime at = edge == Edge.BEGIN ? first.withLaterOffsetAtOverlap() : first;
    return new TimeReading.At(at.toInstant(), false);
  }

  /** Whether local times have no zone, so that the text has to state its offset. */
  public boolean needsZone() {
    return format == TimeFormat.PATTERN
        && zone == null
        && !new TimePatterns(patterns, words()).stateZones();
  }

  /** Text to instant. */
  public interface Reader {
    /** What a text says that is not blank. */
    TimeReading reading(String text);

    /** The instant, empty when there is none or an ambiguous one; null and blank have none. */
    default Optional<Instant> read(String text) {
      return readAll(text).find();
    }

    /** Never fails: null and blank have no instant either. */
    default TimeReading readAll(String text) {
      return text == null || text.isBlank() ? none(TimeProblem.ABSENT) : reading(Words.strip(text));
    }
  }

  private TimeReading epoch(String text) {
    if (text.length() > LONGEST_NUMBER || !Numbers.isNumber(text)) {
      return none(TimeProblem.OTHER_FORM);
    }
    BigDecimal number = new BigDecimal(text);
    // Checked before any shift: 1e999999999 is short to write and long to expand.
    if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
      return none(TimeProblem.OUT_OF_RANGE);
    }
    BigDecimal micros =
        number.movePointRight(6 - format.decimals()).setScale(0, RoundingMode.FLOOR);
    if (micros.signum() <= 0 || micros.precision() > 18) {
      return none(TimeProblem.OUT_OF_RANGE);
    }
    long value = micros.longValueExact();
    return plausible(Instant.ofEpochSecond(value / 1_000_000, value % 1_000_000 * 1_000), false);
  }

  private TimeReading resolved(WrittenTime written) {
    if (!written.isUnderstood()) {
      return none(written.problem());
    }
    if (written.dateOnly()) {
      return none(TimeProblem.OTHER_FORM);
    }
    return local(written.wall(), written.zone() == null ? zone : written.zone());
  }

  private TimeReading local(LocalDateTime wall, ZoneId in) {
    if (in == null) {
      return none(TimeProblem.NO_ZONE);
    }
    // None in a gap, two in an overlap of which the first gives the earlier instant.
    List<ZoneOffset> offsets =
        in instanceof ZoneOffset offset ? List.of(offset) : in.getRules().getValidOffsets(wall);
    if (offsets.isEmpty()) {
      return none(TimeProblem.HOUR_SKIPPED);
    }
    boolean repeated = offsets.size() > 1;
    if (repeated && twice == RepeatedHour.REFUSE) {
      return none(TimeProblem.HOUR_TWICE);
    }
    ZoneOffset offset = offsets.get(repeated && twice == RepeatedHour.SECOND ? 1 : 0);
    return plausible(wall.toInstant(offset), repeated);
  }

  private static TimeReading plausible(Instant instant, boolean repeated) {
    return instant.isAfter(Instant.EPOCH) && instant.isBefore(END)
        ? new TimeReading.At(instant, repeated)
        : none(TimeProblem.OUT_OF_RANGE);
  }

  private static TimeReading none(TimeProblem problem) {
    return new TimeReading.None(problem);
  }
}
