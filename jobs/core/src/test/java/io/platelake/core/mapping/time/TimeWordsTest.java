package io.platelake.core.mapping.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.yaml.YamlValue;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones and offsets as people write them, and hours that clocks repeat or skip. */
class TimeWordsTest {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private static String said(TimeSource time, String text) {
    TimeReading reading = time.reader().readAll(text);
    return reading instanceof TimeReading.None none
        ? none.problem().name()
        : reading.find().get().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-10T18:00:00 UTC, 2026-06-10T18:00:00Z",
    "2026-06-10 11:00:00 PDT, 2026-06-10T18:00:00Z",
    "2026-06-10T11:00:00-7, 2026-06-10T18:00:00Z",
    "2026-06-10T11:00:00 -07:00, 2026-06-10T18:00:00Z",
    "2026-06-10T11:00:00\u2212700, 2026-06-10T18:00:00Z",
    "2026-06-10T20:00:00 UTC+2, 2026-06-10T18:00:00Z",
    "2026-06-10T13:00:00 GMT-5, 2026-06-10T18:00:00Z",
    "2026-06-10T23:30:00+530, 2026-06-10T18:00:00Z",
    "'2026-06-10T18:00:00,250Z', 2026-06-10T18:00:00.250Z",
    "2026-06-10T11:00:00 America/Los_Angeles, 2026-06-10T18:00:00Z",
    "2026-06-10T11:00:00-07:00[America/Los_Angeles], 2026-06-10T18:00:00Z",
    "2026-06-10T11:00:00[america/los_angeles], 2026-06-10T18:00:00Z",
    "2026-06-10\u00a011:00:00\u202fPT, 2026-06-10T18:00:00Z",
    "2026-06-10T20:00:00 0200, OFFSET_UNSIGNED",
    "2026-06-10T20:00:00 02:00, OFFSET_UNSIGNED",
    "2026-06-10T13:00:00 CST, ZONE_AMBIGUOUS",
    "2026-06-10T19:00:00 BST, ZONE_AMBIGUOUS",
    "2026-06-10T19:00:00 QQT, ZONE_UNKNOWN",
    "2026-06-10T19:00:00+99, ZONE_UNKNOWN",
    "2026-06-10T25:00:00Z, OTHER_FORM",
    "2026-06-10, OTHER_FORM",
    "2026-03-08T02:30:00, HOUR_SKIPPED",
    "2026-06-10T11:00:00, 2026-06-10T18:00:00Z",
    "' ', ABSENT",
  })
  void shouldReadZonesAfterIso(String text, String expected) {
    assertEquals(expected, said(TimeSource.iso(PACIFIC), text));
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss z, 2026-06-10 18:00:00 UTC, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss z, 2026-06-10 14:00:00 edt, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss z, 2026-06-10 13:00:00 CDT, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss z, 2026-12-10 10:00:00 PST, 2026-12-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss z, 2026-12-10 10:00:00 CST, ZONE_AMBIGUOUS",
    "yyyy-MM-dd HH:mm:ss zzzz, 2026-06-10 11:00:00 Pacific/Honolulu, 2026-06-10T21:00:00Z",
    "yyyy-MM-dd HH:mm:ss zzzz, 2026-06-10 11:00:00 Pacific Daylight Time, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss VV, 2026-06-10 20:00:00 Europe/Paris, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss VV, 2026-06-10 11:00:00 PDT, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss O, 2026-06-10 13:00:00 GMT-5, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss O, 2026-06-10 18:00:00 UTC, 2026-06-10T18:00:00Z",
    "EEE MMM dd HH:mm:ss zzz yyyy, Wed Jun 10 11:00:00 PDT 2026, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss[ z], 2026-06-10 11:00:00, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss[ z], 2026-06-10 18:00:00 Z, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss[ z], 2026-06-10 18:00:00 0200, OFFSET_UNSIGNED",
    "yyyy-MM-dd HH:mm:ss z, 2026-06-10 18:00:00, OTHER_FORM",
    "yyyy-MM-dd HH:mm:ss XXX, 2026-06-10 20:00:00 +0200, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ssXXX, 2026-06-10 20:00:00UTC+2, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss Z, 2026-06-10 20:00:00 +02:00, 2026-06-10T18:00:00Z",
    "yyyy-MM-dd HH:mm:ss Z, 2026-06-10 20:00:00 0200, OFFSET_UNSIGNED",
    "'M/d/yyyy, h:mm:ss a', '6/10/2026, 11:00:00\u202fAM', 2026-06-10T18:00:00Z",
    "'M/d/yyyy, h:mm:ss a', '6/10/2026, 11:00:00 a.m.', 2026-06-10T18:00:00Z",
    "'d/M/yyyy, h:mm:ss a', '10/6/2026, 1:00:00\u202fp.\u00a0m.', 2026-06-10T20:00:00Z",
    "'M/d/yyyy, h:mm:ss[ ][\u202f]a', '6/10/2026, 11:00:00 AM', 2026-06-10T18:00:00Z",
    "'M/d/yyyy, h:mm:ss\u202fa', '6/10/2026,\u00a011:00:00 AM', 2026-06-10T18:00:00Z",
  })
  void shouldReadZonesInPatterns(String pattern, String text, String expected) {
    assertEquals(expected, said(new TimeSource(TimeFormat.PATTERN, pattern, PACIFIC), text));
  }

  @ParameterizedTest
  @CsvSource({
    "America/Chicago, CST, 2026-12-10T18:00:00Z",
    "America/Los_Angeles, CST, ZONE_AMBIGUOUS",
    "Asia/Shanghai, CST, 2026-12-10T04:00:00Z",
    "Asia/Kolkata, IST, 2026-12-10T06:30:00Z",
    "Europe/London, BST, 2026-12-10T11:00:00Z",
  })
  void shouldTakeAbbreviationsOfItsOwnZone(String zone, String word, String expected) {
    assertEquals(expected, said(TimeSource.iso(ZoneId.of(zone)), "2026-12-10 12:00:00 " + word));
  }

  @Test
  void shouldTakeAbbreviationsAsTheMappingNamesThem() {
    TimeSource time = capturedAt("zones: {cst: America/Chicago, PST: Asia/Manila}");
    assertEquals("2026-12-10T18:00:00Z", said(time, "2026-12-10 12:00:00 CST"));
    assertEquals("2026-12-10T04:00:00Z", said(time, "2026-12-10 12:00:00 PST"));
  }

  @ParameterizedTest
  @CsvSource({
    "first, 2026-11-01T08:30:00Z, true",
    "second, 2026-11-01T09:30:00Z, true",
    "refuse, HOUR_TWICE, false",
  })
  void shouldChooseOfAnHourThatComesTwice(String twice, String expected, boolean repeated) {
    TimeSource time = capturedAt("twice: " + twice);
    assertEquals(expected, said(time, "2026-11-01 01:30:00"));
    TimeReading reading = time.reader().readAll("2026-11-01 01:30:00");
    assertEquals(repeated, reading instanceof TimeReading.At at && at.repeated());
    assertEquals("2026-11-01T09:30:00Z", said(time, "2026-11-01 01:30:00 PST"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd HH:mm:ss 'UTC'",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss'z'",
        "'EST' yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss+02:00",
        "yyyy-MM-dd HH:mm:ss'-0700'",
        "yyyy-MM-dd HH:mm:ss 'GMT+2'",
        "yyyy-MM-dd HH:mm:ss' America/New_York'",
        "yyyy-MM-dd HH:mm:ss 'CST'",
      })
  void shouldRefuseAZoneThatIsText(String pattern) {
    BadInput refused =
        assertThrows(BadInput.class, () -> capturedAt("pattern: \"" + pattern + "\""));
    assertTrue(refused.getMessage().contains("zone"), refused.getMessage());
    assertTrue(refused.getMessage().contains("feed.yaml, line 2"), refused.getMessage());
    capturedAt("pattern: \"" + pattern + "\"\n  zone: UTC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd'T'HH:mm:ss",
        "HH'h'mm dd.MM.yyyy",
        "yyyy-MM-dd HH:mm 'Uhr'",
        "yyyy-MM-dd HH:mm:ss z",
        "yyyy-MM-dd'T'HH:mm:ss'Z'XXX",
      })
  void shouldTakeOtherTextInAPattern(String pattern) {
    capturedAt("pattern: \"" + pattern + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "format: epoch_s\n  twice: second",
        "format: epoch_s\n  zones: {CST: UTC}",
        "twice: third",
        "zones: {CST: Chicago}",
        "zones: {\"+2\": UTC}",
      })
  void shouldRefuseRulesOfTimesThatAreNone(String keys) {
    assertThrows(BadInput.class, () -> capturedAt(keys));
  }

  private static TimeSource capturedAt(String keys) {
    String yaml = "captured_at:\n  " + keys + "\n";
    YamlValue field = YamlValue.read(yaml, "feed.yaml").entries().get("captured_at");
    return TimeReader.instant(field, PACIFIC);
  }
}
