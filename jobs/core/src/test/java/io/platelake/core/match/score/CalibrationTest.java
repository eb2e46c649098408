package io.platelake.core.match.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void shouldCompareScoresWithTruthTenthByTenth() {
    Calibration calibration =
        Calibration.of(
            new double[] {0.05, 0.875, 0.8125, 1, 0.1},
            new boolean[] {false, true, false, true, false});
    assertEquals(4, calibration.bins().size());
    assertEquals(new Calibration.Bin(0, 0.05, 0, 1), calibration.bins().get(0));
    assertEquals(new Calibration.Bin(0.1, 0.1, 0, 1), calibration.bins().get(1));
    assertEquals(new Calibration.Bin(0.8, 0.84375, 0.5, 2), calibration.bins().get(2));
    assertEquals(new Calibration.Bin(0.9, 1, 1, 1), calibration.bins().get(3));
    assertEquals((0.0025 + 0.015625 + 0.66015625 + 0 + 0.01) / 5, calibration.brier(), 1e-9);
    assertEquals(5, calibration.count());
  }

  @Test
  void shouldFindScoresThatMeanWhatTheySayOnTheDiagonal() {
    SplittableRandom random = new SplittableRandom(5);
    double[] scores = random.doubles(50_000).toArray();
    boolean[] truths = new boolean[scores.length];
    for (int i = 0; i < truths.length; i++) {
      truths[i] = random.nextDouble() < scores[i];
    }
    Calibration calibration = Calibration.of(scores, truths);
    assertEquals(10, calibration.bins().size());
    for (Calibration.Bin bin : calibration.bins()) {
      assertEquals(bin.meanScore(), bin.shareTrue(), 0.03);
    }
    assertEquals(1.0 / 6, calibration.brier(), 0.01);
  }

  @Test
  void shouldSayNothingOfNothing() {
    Calibration none = Calibration.of(new double[0], new boolean[0]);
    assertEquals(List.of(), none.bins());
    assertTrue(Double.isNaN(none.brier()));
  }

  @Test
  void shouldRefuseWhatIsNoProbability() {
    for (double score : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Calibration.of(new double[] {score}, new boolean[1]));
    }
    assertThrows(
        IllegalArgumentException.class, () -> Calibration.of(new double[1], new boolean[2]));
  }
}
