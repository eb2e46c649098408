package io.platelake.core.pass;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a pass needs to know of one read with a plate.
 *
 * @param readId of the read
 * @param at capture, UTC
 * @param plate as read
 * @param candidates other readings the camera offered; the plate itself may be among them
 * @param state two letters, null unknown
 * @param stateConfidence 0 to 1, null unknown
 * @param deleteAfter when the read must be gone, null when nothing limits it
 */
public record PassRead(
    long readId,
    Instant at,
    Reading plate,
    List<Reading> candidates,
    String state,
    Double stateConfidence,
    Instant deleteAfter) {

  public PassRead {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(plate, "plate");
    candidates = List.copyOf(candidates);
  }

  /** States no plate. */
  @Override
  public String toString() {
    return "Sighting[readId=" + readId + ", at=" + at + "]";
  }
}
