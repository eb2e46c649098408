package io.platelake.core.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The text of a record for the quarantine.
 *
 * <p>Pictures are found by what they look like, a long run of base64, and not by the name of their
 * field: a truncated or damaged record has no fields.
 */
public final class Payload {
  /** No id, URL or name of a feed runs that long without a character that base64 lacks. */
  private static final int SHORTEST_PICTURE = 256;

  /**
   * What is shorter than the lines that base64 is folded into (64 or 76) is followed by no fold.
   */
  private static final int SHORTEST_LINE = 60;

  private Payload() {}

  public static String text(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(bytes.length, 4096));
    int at = 0;
    while (at < bytes.length && out.size() <= RawRecord.PAYLOAD_LIMIT) {
      int end = runEnd(bytes, at);
      if (end - at >= SHORTEST_PICTURE) {
        out.writeBytes(("(" + (end - at) + " bytes left out)").getBytes(StandardCharsets.US_ASCII));
      } else {
        out.write(bytes, at, end - at);
      }
      if (end < bytes.length) {
        out.write(bytes[end]);
      }
      at = end + 1;
    }
    return cut(out.toByteArray());
  }

  /** End of the base64 that starts here, over the line ends and blanks that it is folded with. */
  private static int runEnd(byte[] bytes, int from) {
    int line = from;
    while (true) {
      int end = line;
      while (end < bytes.length && isBase64(bytes[end])) {
        end++;
      }
      int next = end;
      while (next < bytes.length && isFold(bytes[next])) {
        next++;
      }
      boolean folded = end - line >= SHORTEST_LINE && next > end && next < bytes.length;
      if (!folded || !isBase64(bytes[next])) {
        return end;
      }
      line = next;
    }
  }

  private static boolean isFold(byte b) {
    return b == '\r' || b == '\n' || b == '\t' || b == ' ';
  }

  private static String cut(byte[] bytes) {
    int length = Math.min(bytes.length, RawRecord.PAYLOAD_LIMIT);
    // Not in the middle of a character: continuation bytes are 10xxxxxx.
    while (length > 0 && length < bytes.length && (bytes[length] & 0xC0) == 0x80) {
      length--;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** Both alphabets of base64, and the backslash that JSON may put before a slash. */
  private static boolean isBase64(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || b == '+'
        || b == '/'
        || b == '='
        || b == '-'
        || b == '_'
        || b == '\\';
  }
}
