package io.platelake.core.hotlist;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** The id of an entry: the first 64 bits of a SHA-256 over what makes it the same entry. */
final class EntryId {
  /** Cannot occur in a field: control characters are refused before. */
  private static final char SEPARATOR = '\u001f';

  private final MessageDigest digest;

  EntryId() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * @param wanted the packed plate as a number, a pattern, or the traits of a vehicle; none of them
   *     looks like another
   * @param begins null when the list gives none; a later period of the same plate is another entry
   */
  long of(
      String listId,
      String wanted,
      String state,
      String category,
      String caseNumber,
      Instant begins) {
    String identity =
        listId
            + SEPARATOR
            + wanted
            + SEPARATOR
            + (state == null ? "" : state)
            + SEPARATOR
            + category
            + SEPARATOR
            + (caseNumber == null ? "" : caseNumber)
            + (begins == null ? "" : SEPARATOR + begins.toString());
    return ByteBuffer.wrap(digest.digest(identity.getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
