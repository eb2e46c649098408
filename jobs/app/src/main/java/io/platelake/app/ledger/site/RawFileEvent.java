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
 * @param limit instant from which it must be gone, UTC; empty without a limit
 * @param modified when a kept file was last written to, by the clock of its storage; empty of
 *     others
 */
public record RawFileEvent(
    String feed,
    String agency,
    String purpose,
    String digest,
    long bytes,
    Event event,
    String folder,
    Optional<Instant> limit,
    Optional<Instant> modified) {

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
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(modified, "modified");
  }

  /**
   * The limit of a file that is due.
   *
   * @throws IllegalStateException if nothing limits it
   */
  public Instant deleteAfter() {
    return limit.orElseThrow(() -> new IllegalStateException("a raw file without a limit"));
  }

  /** Whether it must be gone at an instant. */
  public boolean isDue(Instant at) {
    return limit.map(end -> !end.isAfter(at)).orElse(false);
  }

  /** The same with another limit. */
  public RawFileEvent until(Optional<Instant> end) {
    return new RawFileEvent(feed, agency, purpose, digest, bytes, event, folder, end, modified);
  }

  RawFileEvent gone() {
    return new RawFileEvent(
        feed,
        agency,
        purpose,
        digest,
        bytes,
        Event.GONE,
        folder,
        Optional.empty(),
        Optional.empty());
  }
}
