package io.platelake.core.disclosure;

import io.platelake.core.BadInput;
import java.util.OptionalLong;

/**
 * The smallest count that a published cell may show; the minimum comes from a policy.
 *
 * <p>This is primary suppression of one cell. Whether a suppressed cell can be computed back from
 * totals or other tables is the caller's duty.
 *
 * @param minimum smallest count shown, at least 1; with 1 only zero is suppressed
 */
public record Threshold(int minimum) {
  public Threshold {
    if (minimum < 1) {
      throw new BadInput(
          "disclosure threshold", minimum + " is below 1", "Give the smallest count to show.");
    }
  }

  /** Whether a cell with this count must be left out. */
  public boolean suppresses(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a count is not negative: " + count);
    }
    return count < minimum;
  }

  /** The count, or empty where it must be left out. */
  public OptionalLong shown(long count) {
    return suppresses(count) ? OptionalLong.empty() : OptionalLong.of(count);
  }
}
