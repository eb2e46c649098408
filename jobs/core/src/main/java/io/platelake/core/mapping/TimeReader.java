package io.platelake.core.mapping;

import io.platelake.core.BadInput;
import io.platelake.core.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From YAML, key {@code captured_at}, to {@link CaptureTime}. */
final class TimeReader {
  private TimeReader() {}

  /**
   * @param feedZone zone of the feed, null when it states none
   */
  static CaptureTime time(YamlValue value, ZoneId feedZone) {
    if (!value.isMapping()) {
      return CaptureTime.iso(feedZone);
    }
    Map<String, YamlValue> keys = value.entries();
    TimeFormat format =
        keys.containsKey("format")
            ? keys.get("format").oneOf(List.of(TimeFormat.values()))
            : TimeFormat.ISO;
    ZoneId zone = keys.containsKey("zone") ? keys.get("zone").zone() : feedZone;
    if (format.isEpoch() && keys.containsKey("zone")) {
      throw keys.get("zone").bad("an epoch number is UTC", "Remove the zone");
    }
    if ((format == TimeFormat.PATTERN) != keys.containsKey("pattern")) {
      throw value.bad("format pattern and key pattern come together", "Add or remove one");
    }
    if (format == TimeFormat.LOCAL_EPOCH_S && zone == null) {
      throw noZone(keys.get("format"));
    }
    if (format == TimeFormat.PATTERN) {
      return pattern(keys.get("pattern"), zone);
    }
    return new CaptureTime(format, null, zone);
  }

  /** Tries the pattern on one instant, so that a wrong one is found before any file is. */
  private static CaptureTime pattern(YamlValue value, ZoneId zone) {
    CaptureTime time = new CaptureTime(TimeFormat.PATTERN, value.text(), zone);
    LocalDateTime sample = LocalDateTime.of(2025, 7, 14, 16, 42, 0);
    try {
      DateTimeFormatter formatter = CaptureTime.formatter(value.text());
      String written = formatter.format(sample.atOffset(ZoneOffset.UTC));
      CaptureTime.Reader reader =
          new CaptureTime(TimeFormat.PATTERN, value.text(), ZoneOffset.UTC).reader();
      if (!reader.read(written).equals(Optional.of(sample.toInstant(ZoneOffset.UTC)))) {
        throw value.bad(
            "the pattern does not state date, hour and minute",
            "Write all of them; see DateTimeFormatter");
      }
      if (zone == null && time.reader().read(written).isEmpty()) {
        throw noZone(value);
      }
      return time;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw value.bad("not a pattern of dates", "See java.time.format.DateTimeFormatter");
    }
  }

  private static BadInput noZone(YamlValue at) {
    return at.bad("these times state no zone", "Add zone here or time_zone to the feed");
  }
}
