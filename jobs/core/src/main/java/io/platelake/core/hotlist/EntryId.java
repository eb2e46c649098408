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

  long of(String listId, long plateKey, String state, String category, String caseNumber) {
    String identity =
        listId
            + SEPARATOR
            + plateKey
            + SEPARATOR
            + (state == null ? "" : state)
            + SEPARATOR
            + category
            + SEPARATOR
            + (caseNumber == null ? "" : caseNumber);
    return ByteBuffer.wrap(digest.digest(identity.getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
