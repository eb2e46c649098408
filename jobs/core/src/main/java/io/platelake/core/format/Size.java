package io.platelake.core.format;

import java.io.Serializable;

/**
 * Smallest and largest size of a record, in cells or characters.
 *
 * @param min the smallest
 * @param max the largest, not below {@code min}
 */
public record Size(int min, int max) implements Serializable {
  public Size {
    if (min < 0 || min > max) {
      throw new IllegalArgumentException("a size has a min of 0 to its max");
    }
  }

  /** Exactly so many. */
  public static Size of(int exact) {
    return new Size(exact, exact);
  }

  public boolean fits(int size) {
    return size >= min && size <= max;
  }
}
