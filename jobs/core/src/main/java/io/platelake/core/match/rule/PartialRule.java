package io.platelake.core.match.rule;

import io.platelake.core.BadInput;
import io.platelake.core.plate.PlatePattern;
import java.io.Serializable;

/**
 * When a read fits an entry that knows a part of its plate (Westmorland policy, 462.7(4); Kentucky
 * policy, IV.G): what the entry says besides must not be contradicted, and a vehicle that it
 * describes must have been seen.
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
   * Whether a read whose plate fits is a lead: another state or vehicle is none, and a vehicle that
   * nobody saw does not fit one that the entry describes. An unknown state is left open, because
   * many readers report none.
   */
  public boolean fits(StateVerdict state, VehicleVerdict vehicle, VehicleTraits entry) {
    return state != StateVerdict.DIFFERENT
        && vehicle != VehicleVerdict.INCONSISTENT
        && (vehicle == VehicleVerdict.CONSISTENT || entry.equals(NOTHING));
  }
}
