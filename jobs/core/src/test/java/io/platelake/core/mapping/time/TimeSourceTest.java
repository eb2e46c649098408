package io.platelake.core.mapping.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.yaml.YamlValue;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSourceTest {
  private static String read(TimeSource time, String text) {
    return time.reader().read(text).map(Object::toString).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-08-11T16:42:58.740143Z, 2025-08-11T16:42:58.740143Z",
    "2025-08-11 16:42:58+00:00, 2025-08-11T16:42:58Z",
    "2025-08-11t16:42:58-0700, 2025-08-11T23:42:58Z",
    "2025-08-11T16:42-07, 2025-08-11T23:42:00Z",
    "2025-08-11T16:42:58, none",
    "2025-13-11T16:42:58Z, none",
    "2025-02-29T16:42:58Z, none",
    "1969-12-31T23:59:59Z, none",
    "+12025-01-01T00:00:00Z, none",
    "'', none",
    "now, none",
  })
  void shouldReadIso(String text, String instant) {
    assertEquals(instant, read(TimeSource.iso(null), text));
  }

  @ParameterizedTest
  @CsvSource({
    "EPOCH_S, 1750000000, 2025-06-15T15:06:40Z",
    "EPOCH_S, 1750000000.123456, 2025-06-15T15:06:40.123456Z",
    "EPOCH_MS, 1750000000123, 2025-06-15T15:06:40.123Z",
    "EPOCH_MS, 1.750000000123E12, 2025-06-15T15:06:40.123Z",
    "EPOCH_MS, +1750000000123, 2025-06-15T15:06:40.123Z",
    "EPOCH_US, 1750000000123456, 2025-06-15T15:06:40.123456Z",
    "EPOCH_NS, 1750000000123456789, 2025-06-15T15:06:40.123456Z",
    "EPOCH_MS, 0, none",
    "EPOCH_MS, -1, none",
    "EPOCH_MS, 1e999999, none",
    "EPOCH_MS, 1e-999999, none",
    "EPOCH_S, 999999999999, none",
    "EPOCH_NS, 99999999999999999999999999999999999999999999, none",
    "EPOCH_MS, 0x1p40, none",
    "EPOCH_MS, 1750000000123L, none",
  })
  void shouldReadEpochs(TimeFormat format, String text, String instant) {
    assertEquals(instant, read(new TimeSource(format, null, null), text));
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy HH:mm:ss, 03/04/2025 05:06:07, 2025-04-03T12:06:07Z",
    "MM/dd/yyyy hh:mm:ss a, 03/04/2025 05:06:07 pm, 2025-03-05T01:06:07Z",
    "yyyy:MM:dd HH-mm-ss-SSS, 2025:03:04 05-06-07-089, 2025-03-04T13:06:07.089Z",
    "'yyyy-MM-dd''y''HH:mm XXX', 2025-03-04y05:06 +01:00, 2025-03-04T04:06:00Z",
    "dd/MM/yyyy HH:mm:ss, 2025-03-04 05:06:07, none",
  })
  void shouldReadPatterns(String pattern, String text, String instant) {
    ZoneId zone = ZoneId.of("America/Los_Angeles");
    assertEquals(instant, read(new TimeSource(TimeFormat.PATTERN, pattern, zone), text));
  }

  /** Between the two an entry counts by every meaning of the text. */
  @ParameterizedTest
  @CsvSource({
    // A bare date is the whole date in its zone.
    "01/06/2026,       2026-06-01T07:00:00Z, 2026-06-02T07:00:00Z",
    "01/06/2026 10:00, 2026-06-01T17:00:00Z, 2026-06-01T17:00:00Z",
    // From two to three does not exist on this day.
    "14/03/2027 02:30, 2027-03-14T10:30:00Z, 2027-03-14T10:30:00Z",
    // From one to two comes twice on this day.
    "01/11/2026 01:30, 2026-11-01T09:30:00Z, 2026-11-01T08:30:00Z",
  })
  void shouldReadBeginningsAndEnds(String text, String begins, String expires) {
    TimeSource time =
        new TimeSource(TimeFormat.PATTERN, "dd/MM/yyyy[ HH:mm]", ZoneId.of("America/Los_Angeles"));
    assertEquals(begins, time.beginReader().read(text).orElseThrow().toString());
    assertEquals(expires, time.endReader().read(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "06/04/2026 10:26:30 AM, 2026-06-04T17:26:30Z",
    "06/04/26 10:26:30 PM,   2026-06-05T05:26:30Z",
    "2026-06-04 22:26,       2026-06-05T05:26:00Z",
    "06/04/026 10:26:30 AM,  ''",
  })
  void shouldTakeTheFirstPatternThatFits(String text, String instant) {
    String several = "[\"MM/dd/yyyy h:mm:ss a\", \"MM/dd/yy h:mm:ss a\", \"yyyy-MM-dd H:mm\"]";
    TimeSource time = TimeReader.instant(field(several), ZoneId.of("America/Los_Angeles"));
    assertEquals(instant, time.reader().read(text).map(Object::toString).orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[\"MM/dd/yyyy H:mm\", \"dd/MM/yyyy H:mm\"] | two of the patterns read the same text",
        "[\"yy/MM/dd H:mm\", \"dd/MM/yy H:mm\"] | two of the patterns read the same text",
        "[\"MM/dd/yyyy H:mm\", \"MM/dd/yyyy\"] | the pattern does not state date, hour",
        "[\"MM/dd/yyyy H:mm\", \"foo\"] | is not a pattern of dates",
        "[] | is an empty list",
        "{a: b} | not a text",
      })
  void shouldRefusePatternsThatAreNone(String patterns, String why) {
    BadInput refused =
        assertThrows(
            BadInput.class, () -> TimeReader.instant(field(patterns), ZoneId.of("Europe/Paris")));
    assertTrue(refused.getMessage().contains("pattern"), refused.getMessage());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  @Test
  void shouldWantAZoneWhereOnePatternStatesNone() {
    YamlValue one = field("[\"MM/dd/yyyy H:mm z\", \"yyyy-MM-dd H:mm\"]");
    assertThrows(BadInput.class, () -> TimeReader.instant(one, null));
    YamlValue both = field("[\"MM/dd/yyyy H:mm z\", \"yyyy-MM-dd H:mm X\"]");
    assertEquals(
        Instant.parse("2026-06-04T10:00:00Z"),
        TimeReader.instant(both, null).reader().read("2026-06-04 12:00 +02").orElseThrow());
  }

  private static YamlValue field(String pattern) {
    return YamlValue.read("{at: SEEN, pattern: " + pattern + "}", "feed.yaml");
  }
}
