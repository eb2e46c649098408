package io.platelake.app.land;

import io.platelake.core.feed.PictureLoss;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the pictures that came with reads.
 *
 * @param kept to {@code images}
 * @param droppedBy others, by {@link PictureLoss}
 */
record ImageCount(long kept, Map<String, Long> droppedBy) implements Serializable {
  static final ImageCount NONE = new ImageCount(0, Map.of());

  ImageCount {
    droppedBy = new TreeMap<>(droppedBy);
  }

  ImageCount plus(ImageCount other) {
    Map<String, Long> both = new TreeMap<>(droppedBy);
    other.droppedBy.forEach((why, n) -> both.merge(why, n, Long::sum));
    return new ImageCount(kept + other.kept, both);
  }

  /** The same, when the reads of some that were taken for kept repeat an event. */
  ImageCount withoutRepeated(long repeated) {
    return repeated == 0
        ? this
        : plus(new ImageCount(-repeated, Map.of(PictureLoss.READ_NOT_KEPT.name(), repeated)));
  }

  long dropped() {
    return droppedBy.values().stream().mapToLong(Long::longValue).sum();
  }
}
