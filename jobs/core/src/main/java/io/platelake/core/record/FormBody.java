package io.platelake.core.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The body of a form post, {@code application/x-www-form-urlencoded}. */
final class FormBody {
  private FormBody() {}

  /**
   * The decoded value of the named field, empty when the body has none. An escape that is none
   * stays unchanged, so that a damaged body still reaches the quarantine legibly.
   */
  static Optional<byte[]> field(byte[] body, String name) {
    byte[] key = (name + "=").getBytes(StandardCharsets.US_ASCII);
    int at = 0;
    while (at < body.length) {
      int end = at;
      while (end < body.length && body[end] != '&') {
        end++;
      }
      if (startsWith(body, at, end, key)) {
        return Optional.of(decode(body, at + key.length, end));
      }
      at = end + 1;
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] body, int from, int to, byte[] key) {
    if (to - from < key.length) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (body[from + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] decode(byte[] body, int from, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      int high = i + 2 < to ? Character.digit(body[i + 1], 16) : -1;
      int low = i + 2 < to ? Character.digit(body[i + 2], 16) : -1;
      if (body[i] == '%' && high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(body[i] == '+' ? ' ' : body[i]);
      }
    }
    return out.toByteArray();
  }
}
