package io.platelake.core.hotlist;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
   */
  long of(String listId, String wanted, String state, String category, String caseNumber) {
    String identity =
        listId
            + SEPARATOR
            + wanted
            + SEPARATOR
            + (state == null ? "" : state)
            + SEPARATOR
            + category
            + SEPARATOR
            + (caseNumber == null ? "" : caseNumber);
    return ByteBuffer.wrap(digest.digest(identity.getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
