package io.platelake.core.chain;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Named blocks of bytes in a text file (RFC 7468). */
final class Pem {
  private static final int WIDTH = 64;

  private Pem() {}

  /**
   * The first block of a name.
   *
   * @throws IllegalArgumentException if there is none, or it is not Base64
   */
  static byte[] bytes(String name, String text) {
    Matcher block =
        Pattern.compile("-----BEGIN " + name + "-----([^-]*)-----END " + name + "-----")
            .matcher(text);
    if (!block.find()) {
      throw new IllegalArgumentException("no block BEGIN " + name);
    }
    return Base64.getMimeDecoder().decode(block.group(1));
  }

  static String text(String name, byte[] bytes) {
    String body =
        Base64.getMimeEncoder(WIDTH, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(bytes);
    return "-----BEGIN " + name + "-----\n" + body + "\n-----END " + name + "-----\n";
  }
}
