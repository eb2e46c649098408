package io.platelake.core.match.rule;

import io.platelake.core.BadInput;
import java.io.Serializable;

/**
 * Decides when a read fits an entry without a plate (Washington policy, 2.1). The read must state
 * everything that the entry gives, and all of it must fit. Such a match is {@link
 * PlateTier#VEHICLE} and never an alert by itself, since thousands of vehicles fit a description.
 *
 * @param maxHits most hits of one entry in one run
 */
public record VehicleRule(int maxHits) implements Serializable {
  private static final long serialVersionUID = 1L;

  public VehicleRule {
    if (maxHits < 1) {
      throw new BadInput(
          "rule for entries without a plate", maxHits + " hits", "Give at least one.");
    }
  }

  /**
   * Whether an entry gives enough to be looked for: make, model and colour. Less, such as a white
   * van, is every hundredth vehicle.
   */
  public static boolean isEnough(VehicleTraits entry) {
    return entry.make() != null && entry.model() != null && entry.color() != null;
  }

  /** Whether the read fits; false for an entry that gives too little. */
  public static boolean fits(
      VehicleTraits read, String readState, VehicleTraits entry, String entryState) {
    return isEnough(entry)
        && (entryState == null || StateVerdict.judge(readState, entryState) == StateVerdict.SAME)
        && fits(read.make(), entry.make())
        && fits(read.model(), entry.model())
        && fits(read.body(), entry.body())
        && (entry.color() == null
            || (read.color() != null && !VehicleVerdict.colorsDiffer(read.color(), entry.color())));
  }

  private static boolean fits(String read, String entry) {
    return entry == null || entry.equals(read);
  }
}
