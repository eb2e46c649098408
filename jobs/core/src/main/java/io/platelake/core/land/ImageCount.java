package io.platelake.core.land;

import io.platelake.core.picture.PictureLoss;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the pictures that came with reads.
 *
 * @param kept to {@code images}
 * @param droppedBy others, by {@link PictureLoss}
 */
public record ImageCount(long kept, Map<String, Long> droppedBy) implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final ImageCount NONE = new ImageCount(0, Map.of());

  public ImageCount {
    droppedBy = new TreeMap<>(droppedBy);
  }

  public ImageCount plus(ImageCount other) {
    Map<String, Long> both = new TreeMap<>(droppedBy);
    other.droppedBy.forEach((why, n) -> both.merge(why, n, Long::sum));
    return new ImageCount(kept + other.kept, both);
  }

  /** The same, when the reads of some that were taken for kept repeat an event. */
  public ImageCount withoutRepeated(long repeated) {
    return repeated == 0
        ? this
        : plus(new ImageCount(-repeated, Map.of(PictureLoss.READ_NOT_KEPT.name(), repeated)));
  }

  public long dropped() {
    return droppedBy.values().stream().mapToLong(Long::longValue).sum();
  }
}
