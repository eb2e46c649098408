package io.platelake.core.mapping.time;

import io.platelake.core.BadInput;
import io.platelake.core.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * From YAML, keys {@code format}, {@code pattern}, {@code zone} and so on, to {@link TimeSource}.
 */
public final class TimeReader {
  /** Keys of a field that is an instant. */
  public static final List<String> KEYS = List.of("format", "pattern", "zone", "zones", "twice");

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
    YamlValue twice = value.isMapping() ? value.entries().get("twice") : null;
    if (twice != null) {
      throw twice.bad("an entry is in force for the shorter time of the two", "Remove it");
    }
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
    for (String key : List.of("zone", "zones", "twice")) {
      if (format.isEpoch() && keys.containsKey(key)) {
        throw keys.get(key).bad("an epoch number is UTC", "Remove it");
      }
    }
    ZoneId zone = keys.containsKey("zone") ? keys.get("zone").zone() : otherZone;
    List<String> patterns =
        patterned ? patterns(keys.get("pattern"), date, keys.containsKey("zone")) : List.of();
    return new TimeSource(
        format,
        patterns,
        zone,
        keys.containsKey("zones") ? zones(keys.get("zones")) : Map.of(),
        keys.containsKey("twice")
            ? keys.get("twice").oneOf(List.of(RepeatedHour.values()))
            : RepeatedHour.FIRST);
  }

  private static Map<String, ZoneId> zones(YamlValue value) {
    Map<String, ZoneId> zones = new HashMap<>();
    value
        .entries()
        .forEach(
            (word, zone) -> {
              if (!word.matches("[A-Za-z]{1,12}")) {
                throw zone.bad("is not for an abbreviation of letters", "Write for example CST");
              }
              zones.put(word.toUpperCase(Locale.ROOT), zone.zone());
            });
    return zones;
  }

  private static List<String> patterns(YamlValue value, boolean date, boolean zoned) {
    List<YamlValue> all = value.isList() ? value.list() : List.of(value);
    if (all.isEmpty()) {
      throw value.bad("is an empty list", "Write a pattern such as yyyyMMdd");
    }
    all.forEach(one -> check(one, date, zoned));
    List<String> patterns = all.stream().map(YamlValue::text).toList();
    if (new TimePatterns(patterns, new ZoneWords(Map.of(), null)).disagree()) {
      throw value.bad(
          "two of the patterns read the same text as different times", "Keep one of the two");
    }
    return patterns;
  }

  /** Tries the pattern on one instant, so that a wrong one is found before any file is. */
  private static void check(YamlValue value, boolean date, boolean zoned) {
    try {
      TimePattern pattern = new TimePattern(value.text(), new ZoneWords(Map.of(), null));
      if (!pattern.states(TimeSource.SAMPLE, date)) {
        throw value.bad(
            date
                ? "is not a pattern of dates, since it does not state year, month and day"
                : "the pattern does not state date, hour and minute",
            "Write all of them; see DateTimeFormatter");
      }
      if (!zoned && !pattern.statesZone()) {
        requireNoLiteralZone(value);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw value.bad(
          "is not a pattern of dates",
          "Write one such as yyyyMMdd; see java.time.format.DateTimeFormatter");
    }
  }

  /** Text of a pattern is passed over, so its zone would not count. */
  private static void requireNoLiteralZone(YamlValue value) {
    Optional<String> literal = TimePattern.literalZone(value.text());
    if (literal.isPresent()) {
      throw value.bad(
          "holds the zone " + literal.get() + " as text, which is not read",
          "Add zone beside the pattern, or write z (X for an offset) in place of the text");
    }
  }

  private static BadInput noZone(YamlValue at) {
    return at.bad("these times state no zone", "Add zone here or time_zone to the feed");
  }
}
