package io.platelake.bench;

/** Counts of what reaches each of some least scores, of pairs that are right and of others. */
final class Thresholds {
  static final double[] LEAST = {0, 0.01, 0.1, 0.5, 0.9, 0.99};

  private final long[] right = new long[LEAST.length];
  private final long[] wrong = new long[LEAST.length];

  void add(double score, boolean isRight) {
    for (int i = 0; i < LEAST.length && score >= LEAST[i]; i++) {
      (isRight ? right : wrong)[i]++;
    }
  }

  long right(int i) {
    return right[i];
  }

  long wrong(int i) {
    return wrong[i];
  }
}
