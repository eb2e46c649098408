package io.platelake.core.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * The 64-bit identity of a read, made from the event and not from its delivery. Sent again, in
 * another file or by another route, it has the same id.
 *
 * <p>First eight bytes of SHA-256 over agency, camera, instant of capture in microseconds and event
 * key, each text with its length in front. Among a million reads the chance that any two share an
 * id is 3 in 100 million, among a billion 3 in 100.
 */
public final class ReadId {
  private ReadId() {}

  /**
   * @param eventKey the vendor's event id, or the plate where there is none, see {@link
   *     CanonicalRead#eventKey()}
   */
  public static long of(String agencyId, String cameraId, Instant capturedAt, String eventKey) {
    MessageDigest digest = sha256();
    update(digest, agencyId);
    update(digest, cameraId);
    long micros =
        Math.addExact(
            Math.multiplyExact(capturedAt.getEpochSecond(), 1_000_000L),
            capturedAt.getNano() / 1_000L);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(micros).flip());
    update(digest, eventKey);
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // The length keeps ("ab", "c") and ("a", "bc") apart.
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
