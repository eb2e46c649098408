package io.platelake.core.match.rule;

import io.platelake.core.BadInput;
import io.platelake.core.plate.PlatePattern;
import java.io.Serializable;

/**
 * Decides when a read fits an entry with a part of a plate (Westmorland policy, 462.7(4); Kentucky
 * policy, IV.G). The read must not contradict other facts of the entry, and must show a vehicle
 * that the entry describes.
 *
 * @param minKnown fewest characters that an entry must give
 * @param minCandidateShare how sure the reader must be of another candidate, as a share of its
 *     confidence in the plate it reports; 0 to 1
 * @param maxHits most hits of one entry in one run
 */
public record PartialRule(int minKnown, double minCandidateShare, int maxHits)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final VehicleTraits NOTHING = new VehicleTraits(null, null, null, null);

  public PartialRule {
    boolean share = minCandidateShare >= 0 && minCandidateShare <= 1;
    if (minKnown < PlatePattern.MIN_FIXED || !share || maxHits < 1) {
      throw new BadInput(
          "rule for partial plates",
          minKnown + " known characters, share " + minCandidateShare + ", " + maxHits + " hits",
          "Give at least "
              + PlatePattern.MIN_FIXED
              + " characters, a share from 0 to 1 and at least one hit.");
    }
  }

  /** Whether an entry gives enough to be looked for. */
  public boolean isEnough(PlatePattern entry) {
    return entry.known() >= minKnown;
  }

  /**
   * Whether a read whose plate fits is a lead. Another state or vehicle is no lead. A read without
   * vehicle data does not fit an entry that describes a vehicle. An unknown state is left open,
   * because many readers report none.
   */
  public boolean fits(StateVerdict state, VehicleVerdict vehicle, VehicleTraits entry) {
    return state != StateVerdict.DIFFERENT
        && vehicle != VehicleVerdict.INCONSISTENT
        && (vehicle == VehicleVerdict.CONSISTENT || entry.equals(NOTHING));
  }
}
