package io.platelake.core.match.score;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether scores mean what they say: of the hits with scores about 0.8, eight in ten should turn
 * out true.
 *
 * @param bins by score, tenth by tenth; a tenth without a hit is left out
 * @param brier mean squared difference of score and truth: 0 is perfect, 0.25 is what always saying
 *     one half gets; NaN without a hit
 * @param count hits with score and truth
 */
public record Calibration(List<Bin> bins, double brier, long count) {
  private static final int BINS = 10;

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * One tenth of the scores.
   *
   * @param from lowest score of the tenth: 0, 0.1 … 0.9; the last one holds 1 too
   * @param meanScore of its hits
   * @param shareTrue of its hits
   * @param count of its hits, at least one
   */
  public record Bin(double from, double meanScore, double shareTrue, long count) {}

  /**
   * @param scores probabilities, 0 to 1
   * @param truths as many: whether the hit was the wanted vehicle
   */
  public static Calibration of(double[] scores, boolean[] truths) {
    if (scores.length != truths.length) {
      throw new IllegalArgumentException(scores.length + " scores, " + truths.length + " truths");
    }
    double[] sums = new double[BINS];
    long[] trues = new long[BINS];
    long[] counts = new long[BINS];
    double squares = 0;
    for (int i = 0; i < scores.length; i++) {
      if (!(scores[i] >= 0 && scores[i] <= 1)) {
        throw new IllegalArgumentException("score " + scores[i] + " is no probability");
      }
      int bin = Math.min((int) (scores[i] * BINS), BINS - 1);
      int truth = truths[i] ? 1 : 0;
      sums[bin] += scores[i];
      trues[bin] += truth;
      counts[bin]++;
      squares += (scores[i] - truth) * (scores[i] - truth);
    }
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (counts[b] > 0) {
        double mean = sums[b] / counts[b];
        bins.add(new Bin((double) b / BINS, mean, (double) trues[b] / counts[b], counts[b]));
      }
    }
    return new Calibration(bins, squares / scores.length, scores.length);
  }
}
