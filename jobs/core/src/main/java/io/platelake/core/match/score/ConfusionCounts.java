package io.platelake.core.match.score;

import io.platelake.core.plate.PlateKey;
import java.io.Serializable;

/**
 * What readers made of characters whose truth is known: how often each was read as which, was lost,
 * or appeared from nothing. Grows by {@link #learn} and {@link #add}; not for several threads.
 *
 * <p>Pairs come from adjudicated hits. These are a choice: a misread that left every entry's
 * neighbourhood never became a hit, so the counts understate bad misreads.
 */
public final class ConfusionCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int BASE = PlateKey.BASE;

  /** Digit that no character has: as the truth, nothing was there; as the reading, it was lost. */
  static final int NOTHING = 0;

  private final long[] counts;
  private long pairs;

  public ConfusionCounts() {
    this(0, new long[BASE * BASE]);
  }

  private ConfusionCounts(long pairs, long[] counts) {
    this.pairs = pairs;
    this.counts = counts;
  }

  /** Counts as {@link #toArray} gave them. */
  public static ConfusionCounts of(long pairs, long[] counts) {
    if (counts.length != BASE * BASE) {
      throw new IllegalArgumentException(counts.length + " counts, not " + BASE * BASE);
    }
    return new ConfusionCounts(pairs, counts.clone());
  }

  /**
   * Learns from one plate read, right or wrong, along the fewest edits. A pair with more edits than
   * half of the longer plate is no misread but two plates, and teaches nothing.
   *
   * @return whether it was learned from
   */
  public boolean learn(long readKey, long trueKey) {
    int[] read = Digits.of(readKey);
    int[] truth = Digits.of(trueKey);
    int[][] edits = edits(read, truth);
    if (2 * edits[truth.length][read.length] > Math.max(read.length, truth.length)
        || truth.length == 0) {
      return false;
    }
    int i = truth.length;
    int j = read.length;
    while (i > 0 || j > 0) {
      if (i > 0
          && j > 0
          && edits[i][j] == edits[i - 1][j - 1] + differ(truth[i - 1], read[j - 1])) {
        counts[truth[--i] * BASE + read[--j]]++;
      } else if (i > 0 && edits[i][j] == edits[i - 1][j] + 1) {
        counts[truth[--i] * BASE + NOTHING]++;
      } else {
        counts[NOTHING * BASE + read[--j]]++;
      }
    }
    // Each place before, between and after the characters ended with nothing more to add.
    counts[NOTHING] += truth.length + 1;
    pairs++;
    return true;
  }

  /** Takes over what other counts learned. */
  public void add(ConfusionCounts other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    pairs += other.pairs;
  }

  /** Number of plates learned from. */
  public long pairs() {
    return pairs;
  }

  /** True characters of the counts. */
  public long characters() {
    return sum(BASE, BASE * BASE);
  }

  /** Characters read as another, lost, or read where there was none. */
  public long errors() {
    long right = 0;
    for (int digit = 1; digit < BASE; digit++) {
      right += counts[digit * BASE + digit];
    }
    return characters() - right + sum(1, BASE);
  }

  private long sum(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** How often the true character was read as the other one. */
  public long read(char truth, char reading) {
    return counts[PlateKey.digit(truth) * BASE + PlateKey.digit(reading)];
  }

  /** How often the character was lost. */
  public long lost(char truth) {
    return counts[PlateKey.digit(truth) * BASE + NOTHING];
  }

  /** How often the character was read where there was none. */
  public long added(char reading) {
    return counts[NOTHING * BASE + PlateKey.digit(reading)];
  }

  /** Row by row, by digit of the true character; digit 0 is none. */
  public long[] toArray() {
    return counts.clone();
  }

  private static int[][] edits(int[] read, int[] truth) {
    int[][] edits = new int[truth.length + 1][read.length + 1];
    for (int i = 0; i <= truth.length; i++) {
      for (int j = 0; j <= read.length; j++) {
        edits[i][j] =
            i == 0 || j == 0
                ? i + j
                : Math.min(
                    edits[i - 1][j - 1] + differ(truth[i - 1], read[j - 1]),
                    Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
      }
    }
    return edits;
  }

  private static int differ(int a, int b) {
    return a == b ? 0 : 1;
  }
}
