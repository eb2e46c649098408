package io.platelake.core.match.rule;

import io.platelake.core.BadInput;
import java.io.Serializable;

/**
 * When a plate one edit away from an entry's is worth a person's look.
 *
 * <p>On a list of a million plates of one format every other read has such a neighbour by chance,
 * so the edit alone says nothing: {@link #evidence} asks for something that the chance neighbour
 * does not bring along. An entry without evidence is no hit. State and vehicle never make up for a
 * contradiction of one another.
 *
 * @param minLength shortest plate, of read and entry alike, in characters, such as 5: with four, a
 *     list of 10,000 has a neighbour for most texts there are.
 * @param minCandidateShare how sure the reader must be of another candidate, as a share of its
 *     confidence in the plate it reports; 0 to 1, such as 0.5: a share, because makers' scales
 *     differ; half, because the right text is usually close behind when the first one is wrong.
 * @param lowConfidence confidence below which the reader itself doubts the plate; 0 to 1, such as
 *     0.8: engines report their usual correct reads above it.
 */
public record NearRule(int minLength, double minCandidateShare, double lowConfidence)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public NearRule {
    if (minLength < 2 || !isShare(minCandidateShare) || !isShare(lowConfidence)) {
      throw new BadInput(
          "rule for near plates",
          "length "
              + minLength
              + ", candidate share "
              + minCandidateShare
              + ", low confidence "
              + lowConfidence,
          "Give a length of at least 2 and numbers from 0 to 1.");
    }
  }

  /**
   * What speaks for the pair besides the edit, the strongest one first.
   *
   * @param offered whether the entry's plate, exact or equivalent, is among the reader's candidates
   *     with enough confidence: {@link ReadPlates#offers}
   * @param confidence of the read in its plate, 0 to 1; NaN when unknown, which is never low
   */
  public NearEvidence evidence(
      boolean offered, StateVerdict state, VehicleVerdict vehicle, double confidence) {
    if (state == StateVerdict.DIFFERENT || vehicle == VehicleVerdict.INCONSISTENT) {
      return NearEvidence.NONE;
    }
    if (offered) {
      return NearEvidence.CANDIDATE;
    }
    if (vehicle != VehicleVerdict.CONSISTENT) {
      return NearEvidence.NONE;
    }
    if (state == StateVerdict.SAME) {
      return NearEvidence.STATE_AND_VEHICLE;
    }
    return confidence < lowConfidence ? NearEvidence.LOW_CONFIDENCE_AND_VEHICLE : NearEvidence.NONE;
  }

  private static boolean isShare(double number) {
    return number >= 0 && number <= 1;
  }
}
