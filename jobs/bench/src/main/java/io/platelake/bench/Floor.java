package io.platelake.bench;

import java.util.Comparator;
import java.util.List;

/**
 * The bounds of any rule on state, vehicle, candidates and confidence. One is the fewest false
 * alerts for a recall of planted single-character misreads, the other the best recall for a number
 * of false alerts.
 *
 * <p>A rule alerts on some kinds of evidence and not on others. The best ones take the kinds in the
 * order of right to wrong pairs (Neyman and Pearson), so no rule that looks at the same evidence
 * does better; and the counts being those of the very reads, not even a learned one.
 *
 * @param falseAlerts fewest false alerts at the recall; NaN where some misreads have no pair at all
 * @param recall best recall within the false alerts allowed
 */
record Floor(double falseAlerts, double recall) {

  /**
   * @param planted single-character misreads; those without any pair count as missed
   * @param target share of them to find
   * @param allowed false alerts
   */
  static Floor of(Iterable<PlatePairs.Count> kinds, long planted, double target, double allowed) {
    List<PlatePairs.Count> ordered = new java.util.ArrayList<>();
    kinds.forEach(ordered::add);
    ordered.sort(Comparator.comparingDouble((PlatePairs.Count c) -> (double) c.wrong / c.right));
    double found = 0;
    double wrong = 0;
    double recall = Double.NaN;
    double atTarget = Double.NaN;
    for (PlatePairs.Count kind : ordered) {
      if (kind.right == 0) {
        break;
      }
      if (Double.isNaN(recall) && wrong + kind.wrong > allowed) {
        recall = (found + kind.right * (allowed - wrong) / kind.wrong) / planted;
      }
      if (Double.isNaN(atTarget) && found + kind.right >= target * planted) {
        atTarget = wrong + kind.wrong * (target * planted - found) / kind.right;
      }
      found += kind.right;
      wrong += kind.wrong;
    }
    return new Floor(atTarget, Double.isNaN(recall) ? found / planted : recall);
  }
}
