package io.platelake.core.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * 64-bit ids of events and of the readings of an event. They are made from the event and not from
 * its delivery: sent again, in another file or by another route, it has the same id.
 *
 * <p>An event's id is the first eight bytes of SHA-256 over agency, camera, instant of capture in
 * microseconds and event key, each text with its length in front. A reading's id adds the plate.
 * Among a million reads the chance that any two share an id is 3 in 100 million, among a billion 3
 * in 100.
 */
public final class ReadId {
  private ReadId() {}

  /**
   * The id of an event.
   *
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

  /**
   * The id of the reading of one plate in an event. Two plates of one event never share it. Applied
   * to a reading's id it gives the event's id back, so a stored read tells both by its plate.
   *
   * @param plateKey see {@link io.platelake.core.plate.PlateKey}
   */
  public static long ofReading(long eventId, long plateKey) {
    return eventId ^ spread(plateKey);
  }

  /** The finaliser of SplitMix64: one to one, and no bit of it is a bit of the plate. */
  private static long spread(long plateKey) {
    long z = plateKey + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
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
