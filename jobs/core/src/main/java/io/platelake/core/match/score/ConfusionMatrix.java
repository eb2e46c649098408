package io.platelake.core.match.score;

import static io.platelake.core.match.score.ConfusionCounts.BASE;
import static io.platelake.core.match.score.ConfusionCounts.NOTHING;

import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Probabilities that a reader turns one plate into another, character by character.
 *
 * <p>The model: each true character is read as some character or lost, and before each of them and
 * after the last any number of characters may be added, all independently. Every row sums to one,
 * and so do the probabilities of all readings of a plate. Assumed away: that several characters go
 * together, as when a frame covers an end.
 *
 * <p>Rows are estimated with a Dirichlet prior: counts plus {@code strength} times the prior's row,
 * over their sum. With few counts a matrix is its prior; with many the prior is forgotten.
 */
public final class ConfusionMatrix implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What one row of a prior weighs, in observed characters. */
  static final double STRENGTH = 100;

  /**
   * Before anything is learned: one older engine on US plates, 751 of them, 86 % right. Of the
   * errors a quarter stayed within {@link OcrClasses#GENETEC}, a fifth were another character, two
   * fifths a length off by one. Single rates rest on few plates; that two of three length errors
   * are losses is an assumption. A better engine outgrows it by its own counts.
   */
  public static final ConfusionMatrix PRIOR = prior();

  private static final double CLASSMATE = 0.011;
  private static final double OTHERS = 0.005;
  private static final double LOST = 0.006;
  private static final double ADDED = 0.0025;

  private final double[] p;
  private final long pairs;
  private final long pairsOfPrior;

  private ConfusionMatrix(double[] p, long pairs, long pairsOfPrior) {
    this.p = p;
    this.pairs = pairs;
    this.pairsOfPrior = pairsOfPrior;
  }

  /** The matrix that counts lead to from a prior; without counts exactly the prior's. */
  public static ConfusionMatrix of(ConfusionCounts counts, ConfusionMatrix prior) {
    if (counts.pairs() == 0) {
      return new ConfusionMatrix(prior.p, 0, prior.support());
    }
    long[] observed = counts.toArray();
    double[] p = new double[BASE * BASE];
    for (int row = 0; row < p.length; row += BASE) {
      double total = STRENGTH;
      for (int i = row; i < row + BASE; i++) {
        total += observed[i];
      }
      for (int i = row; i < row + BASE; i++) {
        p[i] = (observed[i] + STRENGTH * prior.p[i]) / total;
      }
    }
    return new ConfusionMatrix(p, counts.pairs(), prior.support());
  }

  /** Plates it was learned from, including those of its prior. */
  public long support() {
    return pairs + pairsOfPrior;
  }

  /** Plates it was learned from, those of its prior not counted. */
  public long ownSupport() {
    return pairs;
  }

  /** Probability that a true character is read as another, or as itself. */
  public double read(char truth, char reading) {
    return p[PlateKey.digit(truth) * BASE + PlateKey.digit(reading)];
  }

  /** Probability that a true character is lost. */
  public double lost(char truth) {
    return p[PlateKey.digit(truth) * BASE + NOTHING];
  }

  /**
   * Probability of a reading given the true plate, over all ways to get from the one to the other.
   *
   * @param letterOAsZero whether the true plate is spelled by a list that writes letter O as zero:
   *     each zero of it is then either, as likely
   */
  public double likelihood(long readKey, long trueKey, boolean letterOAsZero) {
    int[] read = Digits.of(readKey);
    double[] reached = new double[read.length + 1];
    reached[0] = 1;
    for (int truth : Digits.of(trueKey)) {
      add(reached, read);
      for (int j = read.length; j >= 0; j--) {
        double replaced = j == 0 ? 0 : reached[j - 1] * row(truth, read[j - 1], letterOAsZero);
        double lost = reached[j] * row(truth, NOTHING, letterOAsZero);
        reached[j] = (replaced + lost) * p[NOTHING];
      }
    }
    add(reached, read);
    return reached[read.length] * p[NOTHING];
  }

  private void add(double[] reached, int[] read) {
    for (int j = 1; j <= read.length; j++) {
      reached[j] += reached[j - 1] * p[NOTHING * BASE + read[j - 1]];
    }
  }

  private double row(int truth, int reading, boolean letterOAsZero) {
    double straight = p[truth * BASE + reading];
    return letterOAsZero && truth == PlateKey.digit('0')
        ? (straight + p[PlateKey.digit('O') * BASE + reading]) / 2
        : straight;
  }

  private static ConfusionMatrix prior() {
    double[] p = new double[BASE * BASE];
    Arrays.fill(p, NOTHING, BASE, ADDED / (BASE - 1));
    p[NOTHING] = 1 - ADDED;
    for (int truth = 1; truth < BASE; truth++) {
      int row = truth * BASE;
      Arrays.fill(p, row + 1, row + BASE, OTHERS / (BASE - 2));
      p[row + NOTHING] = LOST;
      for (int reading = 1; reading < BASE; reading++) {
        if (reading != truth && OcrClasses.GENETEC.substitutions(truth, reading) == 1) {
          p[row + reading] = CLASSMATE;
        }
      }
    }
    // True character, what it was read as (a dash: lost), and how often.
    String measured = "OD.19 Q0.14 OQ.13 8-.04 I1.04 8B.03 HB.02 LE.02 B8.02 0D.013 5S.009 2Z.008";
    for (String rate : measured.split(" ")) {
      int reading = rate.charAt(1) == '-' ? NOTHING : PlateKey.digit(rate.charAt(1));
      p[PlateKey.digit(rate.charAt(0)) * BASE + reading] = Double.parseDouble(rate.substring(2));
    }
    for (int truth = 1; truth < BASE; truth++) {
      int row = truth * BASE;
      p[row + truth] = 0;
      p[row + truth] = 1 - Arrays.stream(p, row, row + BASE).sum();
    }
    return new ConfusionMatrix(p, 0, 0);
  }
}
