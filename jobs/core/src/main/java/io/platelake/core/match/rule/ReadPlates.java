package io.platelake.core.match.rule;

import io.platelake.core.plate.OcrClasses;

/**
 * The plate that a reader reports and its other candidates. A candidate is looked up only if the
 * reader was sure enough of it.
 *
 * <p>A candidate is a second thought, whatever it equals: an entry found through one is {@link
 * PlateTier#NEAR} at best, with {@link NearEvidence#CANDIDATE}. Confidence is 0 to 1, NaN when
 * unknown. No plate twice; the reported one is first.
 */
public final class ReadPlates {
  private final long[] keys;
  private final double[] confidences;
  private final int size;

  private ReadPlates(long[] keys, double[] confidences, int size) {
    this.keys = keys;
    this.confidences = confidences;
    this.size = size;
  }

  /**
   * @param plateKey the reported plate, 0 when none was
   * @param candidateKeys in any order; the reported plate, zeros and repetitions in it are dropped,
   *     of the latter the less confident
   * @param candidateConfidences as many
   */
  public static ReadPlates of(
      long plateKey, double confidence, long[] candidateKeys, double[] candidateConfidences) {
    if (candidateKeys.length != candidateConfidences.length) {
      throw new IllegalArgumentException(
          candidateKeys.length + " candidates, " + candidateConfidences.length + " confidences");
    }
    long[] keys = new long[candidateKeys.length + 1];
    double[] confidences = new double[keys.length];
    keys[0] = plateKey;
    confidences[0] = confidence;
    int size = 1;
    for (int c = 0; c < candidateKeys.length; c++) {
      int at = indexOf(keys, size, candidateKeys[c]);
      if (candidateKeys[c] > 0 && at < 0) {
        keys[size] = candidateKeys[c];
        confidences[size++] = candidateConfidences[c];
      } else if (at > 0 && !(confidences[at] >= candidateConfidences[c])) {
        confidences[at] = candidateConfidences[c];
      }
    }
    return new ReadPlates(keys, confidences, size);
  }

  /** Number of plates, at least one. */
  public int size() {
    return size;
  }

  /** A plate to look up; 0 for the first one when the reader reported none. */
  public long key(int index) {
    return keys[index];
  }

  public double confidence(int index) {
    return confidences[index];
  }

  /** The tier of an entry found by looking up the plate at {@code index}. */
  public PlateTier tier(int index, PlateTier found) {
    return index > 0 && found.compareTo(PlateTier.NEAR) < 0 ? PlateTier.NEAR : found;
  }

  /**
   * Whether another candidate than the reported plate is the entry's, exact or equivalent, and the
   * reader was sure enough of it. Without both confidences it was not.
   */
  public boolean offers(
      long entryKey,
      EquivalenceRule rule,
      OcrClasses classes,
      boolean letterOAsZero,
      NearRule near) {
    for (int i = 1; i < size; i++) {
      if (isOffered(i, near.minCandidateShare())
          && rule.tier(keys[i], entryKey, classes, letterOAsZero).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the reader was sure enough of the candidate at {@code index}, 1 or more. Without both
   * confidences it was not.
   *
   * @param minShare of its confidence in the plate it reports, 0 to 1
   */
  public boolean isOffered(int index, double minShare) {
    return confidences[index] >= minShare * confidences[0];
  }

  private static int indexOf(long[] keys, int size, long key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    return -1;
  }
}
