package io.platelake.core.mapping.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people write for a time zone: {@code Z}, {@code PDT}, {@code America/Los_Angeles}, {@code
 * +0200}, {@code UTC+2}. Letters count in either case.
 *
 * <p>An abbreviation with several meanings, such as {@code CST}, has one only where the mapping
 * names it, or where it is an abbreviation of the mapping's own zone.
 */
final class ZoneWords {
  /** A word where a zone may be: an id, an abbreviation, an offset, or both of the latter. */
  static final Pattern WORD =
      Pattern.compile(
          "(?i:Eastern|Central|Mountain|Pacific) (?i:Standard |Daylight )?(?i:Time)|"
              + "\\[?[A-Za-z][A-Za-z_]*(?:/[A-Za-z0-9_+-]+)*\\]?(?:[+\u2212-][0-9]{1,2}(?::?[0-9]{2}){0,2})?"
              + "|[+\u2212-][0-9]{1,2}(?::?[0-9]{2}){0,2}(?:\\[[A-Za-z_/+-]+\\])?|[0-9]{4}");

  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:UTC|GMT|UT|Z)?([+-])([0-9]{1,2}?)(?::?([0-9]{2}))?(?::?([0-9]{2}))?(?:\\[.*\\])?");

  private static final Pattern UNSIGNED = Pattern.compile("[0-9]{1,2}:?[0-9]{2}");

  /** Abbreviations with one meaning, by RFC 5322 where it has them, and full names of zones. */
  private static final Map<String, ZoneId> KNOWN = new HashMap<>();

  private static final Set<String> AMBIGUOUS =
      Set.of("AMT", "AST", "BST", "CST", "ECT", "GST", "IST", "SST", "WST");

  static {
    List.of("Z", "UTC", "GMT", "UT", "ZULU", "WET").forEach(word -> at("+00:00", word));
    List.of("EST -05:00", "EDT -04:00", "CDT -05:00", "MST -07:00", "MDT -06:00", "PST -08:00")
        .forEach(ZoneWords::at);
    List.of("PDT -07:00", "AKST -09:00", "AKDT -08:00", "HST -10:00", "HDT -09:00", "ADT -03:00")
        .forEach(ZoneWords::at);
    List.of("NST -03:30", "NDT -02:30", "WEST +01:00", "CET +01:00", "CEST +02:00", "EET +02:00")
        .forEach(ZoneWords::at);
    List.of("EEST +03:00", "MSK +03:00", "SAST +02:00", "HKT +08:00", "SGT +08:00", "JST +09:00")
        .forEach(ZoneWords::at);
    List.of("KST +09:00", "AWST +08:00", "ACST +09:30", "ACDT +10:30", "AEST +10:00", "AEDT +11:00")
        .forEach(ZoneWords::at);
    List.of("NZST +12:00", "NZDT +13:00", "BRT -03:00", "ART -03:00").forEach(ZoneWords::at);
    region("America/New_York", "ET", "EASTERN");
    region("America/Chicago", "CT", "CENTRAL");
    region("America/Denver", "MT", "MOUNTAIN");
    region("America/Los_Angeles", "PT", "PACIFIC");
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (id.contains("/")) {
        KNOWN.put(id.toUpperCase(Locale.ROOT), ZoneId.of(id));
      }
    }
  }

  private final Map<String, ZoneId> named;
  private final TimeZone own;

  /**
   * @param named what the mapping says of abbreviations, by the abbreviation in upper case
   * @param own zone of local times; null when there is none
   */
  ZoneWords(Map<String, ZoneId> named, ZoneId own) {
    this.named = named;
    this.own = own == null ? null : TimeZone.getTimeZone(own);
  }

  private static void at(String both) {
    at(both.substring(both.indexOf(' ') + 1), both.substring(0, both.indexOf(' ')));
  }

  private static void at(String offset, String word) {
    KNOWN.put(word, ZoneOffset.of(offset));
  }

  private static void region(String id, String abbreviation, String name) {
    ZoneId zone = ZoneId.of(id);
    KNOWN.put(abbreviation, zone);
    for (String more : List.of(" TIME", " STANDARD TIME", " DAYLIGHT TIME")) {
      KNOWN.put(name + more, zone);
    }
  }

  /** Whether a word is one for a zone or an offset, of whatever meaning. */
  static boolean isZone(String word) {
    String upper = upper(word);
    return KNOWN.containsKey(upper) || AMBIGUOUS.contains(upper) || offset(upper).isPresent();
  }

  /** The zone or offset that a word names; empty for no word, or one with several meanings. */
  Optional<ZoneId> find(String word) {
    String upper = upper(word);
    ZoneId zone = named.get(upper);
    if (zone == null) {
      zone = KNOWN.get(upper);
    }
    if (zone == null && AMBIGUOUS.contains(upper)) {
      zone = ofOwnZone(upper);
    }
    return zone == null ? offset(upper) : Optional.of(zone);
  }

  /** Why {@link #find} finds nothing. */
  static TimeProblem problem(String word) {
    if (AMBIGUOUS.contains(upper(word))) {
      return TimeProblem.ZONE_AMBIGUOUS;
    }
    return UNSIGNED.matcher(word).matches()
        ? TimeProblem.OFFSET_UNSIGNED
        : TimeProblem.ZONE_UNKNOWN;
  }

  private ZoneId ofOwnZone(String abbreviation) {
    if (own == null) {
      return null;
    }
    boolean standard = own.getDisplayName(false, TimeZone.SHORT, Locale.US).equals(abbreviation);
    boolean daylight = own.getDisplayName(true, TimeZone.SHORT, Locale.US).equals(abbreviation);
    if (!standard && !daylight) {
      return null;
    }
    int millis = own.getRawOffset() + (standard ? 0 : own.getDSTSavings());
    return ZoneOffset.ofTotalSeconds(millis / 1_000);
  }

  private static String upper(String word) {
    String upper = word.strip().toUpperCase(Locale.ROOT).replace('\u2212', '-');
    boolean bracketed = upper.startsWith("[") && upper.endsWith("]");
    return bracketed ? upper.substring(1, upper.length() - 1) : upper;
  }

  private static Optional<ZoneId> offset(String upper) {
    Matcher parts = OFFSET.matcher(upper);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int sign = parts.group(1).equals("-") ? -1 : 1;
    try {
      return Optional.of(
          ZoneOffset.ofHoursMinutesSeconds(
              sign * number(parts.group(2)),
              sign * number(parts.group(3)),
              sign * number(parts.group(4))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
