package io.platelake.core.accesslog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a deployment, and what it makes of plates: tokens that tell equal plates and nothing
 * else. A bare hash could be tried out, since there are few plates; without the key a token cannot.
 */
public final class PlateToken {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int TOKEN_BYTES = 16;
  private static final int ID_BYTES = 8;

  private final byte[] key;

  private PlateToken(byte[] key) {
    this.key = key;
  }

  /**
   * From the text of a key file: 64 hex digits.
   *
   * @throws IllegalArgumentException if it is no key; the message does not show it
   */
  public static PlateToken ofHex(String text) {
    byte[] key;
    try {
      key = HexFormat.of().parseHex(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no hex digits");
    }
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("not 64 hex digits");
    }
    return new PlateToken(key);
  }

  /** Token of a plate, or of a part of one: 32 hex digits. */
  public String of(String plate) {
    return mac("plate\n" + plate, TOKEN_BYTES);
  }

  /** Keyed digest of a text that may name plates: 64 hex digits. */
  public String digest(String text) {
    return mac("text\n" + text, KEY_BYTES);
  }

  /** Id of the key, which does not give it away: 16 hex digits. */
  public String id() {
    return mac("key id", ID_BYTES);
  }

  private String mac(String text, int bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "a key of plate tokens";
  }
}
