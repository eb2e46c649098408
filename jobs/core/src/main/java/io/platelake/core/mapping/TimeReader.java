package io.platelake.core.mapping;

import io.platelake.core.BadInput;
import io.platelake.core.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;

/** From YAML, keys {@code format}, {@code pattern} and {@code zone}, to {@link TimeSource}. */
public final class TimeReader {
  static final List<String> KEYS = List.of("format", "pattern", "zone");

  private TimeReader() {}

  /** Keys of an instant. */
  public static List<String> keys() {
    return KEYS;
  }

  /**
   * An instant of capture: it has a time of day and a zone.
   *
   * @param value the field, a bare place or a mapping
   * @param zone of the feed, null when it states none
   */
  public static TimeSource instant(YamlValue value, ZoneId zone) {
    TimeSource time = time(value, zone, false);
    if (value.isMapping() && (time.needsZone() || needsItsZone(time))) {
      Map<String, YamlValue> keys = value.entries();
      YamlValue at = keys.getOrDefault("pattern", keys.get("format"));
      throw noZone(at);
    }
    return time;
  }

  private static boolean needsItsZone(TimeSource time) {
    return time.format() == TimeFormat.LOCAL_EPOCH_S && time.zone() == null;
  }

  /**
   * The beginning or end of something, which may be a bare date.
   *
   * @param value a bare place or a mapping
   */
  public static TimeSource edge(YamlValue value) {
    return time(value, null, true);
  }

  private static TimeSource time(YamlValue value, ZoneId otherZone, boolean date) {
    if (!value.isMapping()) {
      return TimeSource.iso(otherZone);
    }
    Map<String, YamlValue> keys = value.entries();
    boolean patterned = keys.containsKey("pattern");
    TimeFormat format =
        keys.containsKey("format")
            ? keys.get("format").oneOf(List.of(TimeFormat.values()))
            : patterned ? TimeFormat.PATTERN : TimeFormat.ISO;
    if ((format == TimeFormat.PATTERN) != patterned) {
      throw value.bad("format pattern and key pattern come together", "Add or remove one");
    }
    if (format.isEpoch() && keys.containsKey("zone")) {
      throw keys.get("zone").bad("an epoch number is UTC", "Remove the zone");
    }
    ZoneId zone = keys.containsKey("zone") ? keys.get("zone").zone() : otherZone;
    if (patterned) {
      check(keys.get("pattern"), date);
    }
    return new TimeSource(format, patterned ? keys.get("pattern").text() : null, zone);
  }

  /** Tries the pattern on one instant, so that a wrong one is found before any file is. */
  private static void check(YamlValue value, boolean date) {
    try {
      DateTimeFormatter formatter = TimeSource.formatter(value.text());
      String written = formatter.format(TimeSource.SAMPLE.atOffset(ZoneOffset.UTC));
      if (!isStated(formatter, written, date)) {
        throw value.bad(
            date
                ? "is not a pattern of dates, since it does not state year, month and day"
                : "the pattern does not state date, hour and minute",
            "Write all of them; see DateTimeFormatter");
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw value.bad(
          "is not a pattern of dates",
          "Write one such as yyyyMMdd; see java.time.format.DateTimeFormatter");
    }
  }

  private static boolean isStated(DateTimeFormatter formatter, String written, boolean date) {
    try {
      TemporalAccessor parsed =
          formatter.parseBest(written, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      LocalDateTime sample = TimeSource.SAMPLE;
      return parsed instanceof OffsetDateTime stated && stated.toLocalDateTime().equals(sample)
          || parsed.equals(sample)
          || date && parsed.equals(sample.toLocalDate());
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static BadInput noZone(YamlValue at) {
    return at.bad("these times state no zone", "Add zone here or time_zone to the feed");
  }
}
