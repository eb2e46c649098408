package io.platelake.core.mapping.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ISO 8601 as makers write it: with {@code T} or a blank in the middle. A fraction follows a point
 * or a comma, and then an offset or zone in any spelling of {@link ZoneWords}.
 */
final class IsoTime {
  private static final int LONGEST = 96;
  private static final int DATE_LENGTH = "yyyy-MM-dd".length();

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern PARTS =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ] {0,4}"
              + "([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,]([0-9]{1,9}))? {0,4}(.*)");

  private final ZoneWords zones;

  IsoTime(ZoneWords zones) {
    this.zones = zones;
  }

  /**
   * @param dates whether a date alone is a time
   */
  WrittenTime read(String text, boolean dates) {
    try {
      if (dates && text.length() == DATE_LENGTH) {
        return WrittenTime.of(LocalDate.parse(text));
      }
      return WrittenTime.of(ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from));
    } catch (DateTimeException e) {
      return text.length() > LONGEST ? WrittenTime.OTHER_FORM : byParts(TimePattern.blanks(text));
    }
  }

  private WrittenTime byParts(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return WrittenTime.OTHER_FORM;
    }
    String fraction = parts.group(3) == null ? "" : "." + parts.group(3);
    String zone = parts.group(4).strip();
    try {
      WrittenTime time =
          WrittenTime.of(LocalDateTime.parse(parts.group(1) + "T" + parts.group(2) + fraction));
      if (zone.isEmpty()) {
        return time;
      }
      Optional<ZoneId> named = zones.find(zone);
      return named.isPresent() ? time.in(named.get()) : WrittenTime.of(ZoneWords.problem(zone));
    } catch (DateTimeException e) {
      return WrittenTime.OTHER_FORM;
    }
  }
}
