package io.platelake.app.ledger.site;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A raw file that exists after its landing.
 *
 * @param digest SHA-256 of its bytes; its name is not written down
 * @param event how it got there
 * @param folder URI of the folder that holds it, directly or below
 * @param deleteAfter from when it must be gone; null when nothing limits it
 */
public record RawFileEvent(
    String feed,
    String agency,
    String purpose,
    String digest,
    long bytes,
    Event event,
    String folder,
    Instant deleteAfter) {

  /** Column {@code event} of {@code raw_files}. */
  public enum Event {
    /** It is where it was landed from, and its deliverer removes it. */
    KEPT,
    /** It is in the folder of its feed, under a name that starts with its digest. */
    MOVED,
    /** It is gone from there. */
    GONE;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public RawFileEvent {
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(folder, "folder");
  }

  public Optional<Instant> limit() {
    return Optional.ofNullable(deleteAfter);
  }

  /** Whether it must be gone at an instant. */
  public boolean isDue(Instant at) {
    return limit().map(limit -> !limit.isAfter(at)).orElse(false);
  }

  /** The same with another limit, null for none. */
  public RawFileEvent until(Instant limit) {
    return new RawFileEvent(feed, agency, purpose, digest, bytes, event, folder, limit);
  }

  RawFileEvent gone() {
    return new RawFileEvent(feed, agency, purpose, digest, bytes, Event.GONE, folder, null);
  }
}
