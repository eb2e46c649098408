package io.platelake.core.match.rule;

import io.platelake.core.BadInput;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import java.io.Serializable;
import java.util.Optional;

/**
 * How much OCR confusion a match may rest on; every figure comes from the policy.
 *
 * @param minLength shortest plate, in characters, for which a substitution is tolerated
 * @param maxLength longest such plate
 * @param maxSubstitutions largest number of differing characters within their classes
 */
public record EquivalenceRule(int minLength, int maxLength, int maxSubstitutions)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  // Returned per candidate pair, so made once.
  private static final Optional<PlateTier> EXACT = Optional.of(PlateTier.EXACT);
  private static final Optional<PlateTier> EQUIVALENT = Optional.of(PlateTier.EQUIVALENT);

  public EquivalenceRule {
    if (minLength < 1 || maxLength < minLength || maxSubstitutions < 0) {
      throw new BadInput(
          "equivalence rule",
          "lengths " + minLength + " to " + maxLength + ", substitutions " + maxSubstitutions,
          "Give a minimum length of at least 1, a maximum length not below it, and a number of"
              + " substitutions that is not negative.");
    }
  }

  /**
   * The tier of a read's plate against an entry's, both as keys; empty when they do not match.
   *
   * @param letterOAsZero whether the entry's list writes the letter O as zero. The difference is
   *     then free at every length, since the list says nothing else; the match is still only
   *     equivalent, because the list cannot tell the two plates apart.
   */
  public Optional<PlateTier> tier(
      long readKey, long entryKey, OcrClasses classes, boolean letterOAsZero) {
    if (readKey == entryKey) {
      return EXACT;
    }
    int substitutions = classes.substitutions(readKey, entryKey, letterOAsZero);
    if (substitutions == 0) {
      return EQUIVALENT;
    }
    if (substitutions < 0 || substitutions > maxSubstitutions) {
      return Optional.empty();
    }
    int length = PlateKey.length(entryKey);
    return length >= minLength && length <= maxLength ? EQUIVALENT : Optional.empty();
  }
}
