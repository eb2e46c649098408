package io.platelake.core.match.rule;

import io.platelake.core.BadInput;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * A false match that a person has ruled out, so that the same driver is not stopped again. It names
 * one entry, one plate as read, and the vehicle data of both sides at that time.
 *
 * <p>It ends when it expires, and does not cover a read or an entry whose state or vehicle has
 * changed: then it is another car, or another accusation, and a person has to look again. Of the
 * entry every change counts; of the read see {@link Description#isNewsAfter}.
 *
 * @param entryId the entry
 * @param readKey plate as it was read, packed
 * @param read what the read said besides
 * @param entry what the entry said besides
 * @param reason why it is false, in a person's words; without a plate
 * @param expires first instant at which it covers nothing any more, UTC
 */
public record Suppression(
    long entryId, long readKey, Description read, Description entry, String reason, Instant expires)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public Suppression {
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(entry, "entry");
    if (reason == null || reason.isBlank()) {
      throw wrong("it gives no reason", "Say why the match is false.");
    }
    if (expires == null) {
      throw wrong("it never expires", "Give the instant at which somebody has to look again.");
    }
    if (readKey <= 0) {
      throw wrong("it names no plate", "Give the plate as it was read.");
    }
  }

  /** Whether it covers a match at {@code asOf}. */
  public boolean covers(
      long entryId, long readKey, Description read, Description entry, Instant asOf) {
    return this.entryId == entryId
        && this.readKey == readKey
        && asOf.isBefore(expires)
        && this.entry.equals(entry)
        && !read.isNewsAfter(this.read);
  }

  /** Names the entry without a plate, so that a log line cannot hold one. */
  @Override
  public String toString() {
    return "Suppression[entryId=" + entryId + ", expires=" + expires + "]";
  }

  private static BadInput wrong(String why, String remedy) {
    return new BadInput("suppression of a false match", why, remedy);
  }
}
