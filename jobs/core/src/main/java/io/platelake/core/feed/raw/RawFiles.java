package io.platelake.core.feed.raw;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of the raw files of a feed: they hold plates, so they have a retention too.
 *
 * @param afterLanding what happens to a file once everything in it is accounted for: key {@code
 *     after_landing}
 * @param folder where moved files go, null when they are not: key {@code raw_folder}
 * @param retention how long a file may stay there after its landing, null when only the reads in it
 *     limit that: key {@code raw_retention}
 */
public record RawFiles(AfterLanding afterLanding, String folder, Duration retention)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Files stay where they are, and no longer than the reads in them. */
  public static final RawFiles KEPT = new RawFiles(AfterLanding.KEEP, null, null);

  public RawFiles {
    Objects.requireNonNull(afterLanding, "afterLanding");
    if ((afterLanding == AfterLanding.MOVE) != (folder != null)) {
      throw new IllegalArgumentException("moved files, and no others, go to a folder");
    }
    if (afterLanding == AfterLanding.DELETE && retention != null) {
      throw new IllegalArgumentException("a deleted file has no retention");
    }
  }

  /** How long a file may stay after its landing, whatever the reads in it allow. */
  public Optional<Duration> mayStay() {
    return Optional.ofNullable(retention);
  }
}
