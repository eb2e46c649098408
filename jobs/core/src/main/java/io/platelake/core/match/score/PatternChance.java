package io.platelake.core.match.score;

import io.platelake.core.plate.PlatePattern;

/**
 * How often a plate fits a pattern by chance.
 *
 * <p>Each known letter is taken to be one of 26 and each known digit one of 10, spread evenly and
 * independently of one another, on plates of {@link #LENGTH} characters; a run lets what stands
 * beside it lie at every place that the length leaves. Real serials are issued in order and letters
 * are not used evenly, so this tells patterns apart by what they leave open, and no more: nothing
 * has calibrated it.
 */
final class PatternChance {
  /** Characters of most serials; also the room of {@link PassingTraffic#DEFAULT}. */
  static final int LENGTH = 7;

  private PatternChance() {}

  /** Above 0, at most 1. */
  static double of(PlatePattern pattern) {
    double chance = 1;
    int runs = 0;
    for (char c : pattern.text().toCharArray()) {
      if (c == '*') {
        runs++;
      } else if (c != '?') {
        chance /= c >= 'A' ? 26 : 10;
      }
    }
    return Math.min(1, chance * placements(Math.max(0, LENGTH - pattern.size() + runs), runs));
  }

  /** Ways to share so many characters out among the runs; one where no run takes any. */
  private static double placements(int characters, int runs) {
    double ways = 1;
    for (int i = 1; i < runs; i++) {
      ways *= (double) (characters + i) / i;
    }
    return ways;
  }
}
