package io.platelake.core.feed;

import io.platelake.core.feed.rule.EventRule;
import io.platelake.core.feed.rule.EventRule.Exactness;
import io.platelake.core.plate.PlateKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What a read is: the event, and the plate that was read in it. The plate tells vehicles apart
 * whatever the maker does with its event ids, and the event id tells passages of one vehicle apart.
 * The feed is no part of it: what two feeds deliver of one camera, instant, event and plate is one
 * read.
 *
 * <p>An event id of zeros alone names no event. One of hexadecimal digits, a UUID for instance, is
 * the same in capital and small letters. All others are compared as they are written, without
 * blanks around them.
 *
 * @param readId the id in the tables
 * @param eventId what readings of the same event have in common; the read id where the maker names
 *     no event
 * @param formerId the id by the event id as it is written; 0 where that is {@code readId}. Reads
 *     that landed before event ids were compared so are known by it.
 */
public record ReadIdentity(long readId, long eventId, long formerId) {
  /** Of a record that is no read. */
  public static final ReadIdentity NONE = new ReadIdentity(0, 0, 0);

  /** Signs around and in a UUID. */
  private static final String SIGNS = "-{}";

  /** An id of the event without a plate. */
  private record Named(String event, Instant at) {}

  static ReadIdentity of(CanonicalRead read, String agency, EventRule rule) {
    long plate = PlateKey.pack(read.plate());
    if (!read.hasEvent()) {
      long id = ReadId.of(agency, read.cameraId(), read.capturedAt(), read.eventKey());
      return new ReadIdentity(id, id, 0);
    }
    Named written = new Named(read.eventKey(), read.capturedAt());
    if (isZeros(read.eventKey())) {
      String none = CanonicalRead.withoutEvent(read.plate());
      long id = ReadId.of(agency, read.cameraId(), read.capturedAt(), none);
      return new ReadIdentity(id, id, reading(read, agency, written, plate));
    }
    Named compared = compared(written, rule);
    long event = ReadId.of(agency, read.cameraId(), compared.at(), compared.event());
    return new ReadIdentity(
        ReadId.ofReading(event, plate),
        event,
        compared.equals(written) ? 0 : reading(read, agency, written, plate));
  }

  private static long reading(CanonicalRead read, String agency, Named event, long plate) {
    return ReadId.ofReading(ReadId.of(agency, read.cameraId(), event.at(), event.event()), plate);
  }

  private static Named compared(Named written, EventRule rule) {
    String event = written.event();
    if (isHexadecimal(event)) {
      event = event.replace("{", "").replace("}", "").toLowerCase(Locale.ROOT);
    }
    return new Named(
        event,
        rule.time() == Exactness.SECOND
            ? written.at().truncatedTo(ChronoUnit.SECONDS)
            : written.at());
  }

  private static boolean isHexadecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
      if (!digit && SIGNS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZeros(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '0' && SIGNS.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
