package io.platelake.city.chance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class DiceTest {
  @Test
  void shouldDependOnSeedStreamAndIndexOnly() {
    double first = Dice.of(1, Dice.Stream.EVENT, 5).unit();
    assertEquals(first, Dice.of(1, Dice.Stream.EVENT, 5).unit());
    assertNotEquals(first, Dice.of(2, Dice.Stream.EVENT, 5).unit());
    assertNotEquals(first, Dice.of(1, Dice.Stream.TRIP, 5).unit());
    assertNotEquals(first, Dice.of(1, Dice.Stream.EVENT, 6).unit());
  }

  @Test
  void shouldDrawTheSameNumbersOnEveryJavaRelease() {
    Dice dice = Dice.of(42, Dice.Stream.VEHICLE, 7);
    assertEquals(0.7161466840578135, dice.unit());
    assertEquals(697, dice.below(1000));
    assertEquals(-1, dice.between(-5, 5));
  }

  @Test
  void shouldDrawNeighbouringIndexesIndependently() {
    double sum = 0;
    double product = 0;
    int count = 100_000;
    double before = 0.5;
    for (int i = 0; i < count; i++) {
      double u = Dice.of(1, Dice.Stream.EVENT, i).unit();
      sum += u;
      product += (u - 0.5) * (before - 0.5);
      before = u;
    }
    assertEquals(0.5, sum / count, 0.005);
    assertEquals(0, product / count, 0.001);
  }

  @Test
  void shouldDrawByWeight() {
    int[] totals = Dice.runningTotals(1, 0, 3);
    int[] drawn = new int[3];
    for (int i = 0; i < 10_000; i++) {
      drawn[Dice.of(1, Dice.Stream.EVENT, i).weighted(totals)]++;
    }
    assertEquals(2_500, drawn[0], 150);
    assertEquals(0, drawn[1]);
    assertEquals(7_500, drawn[2], 150);
  }
}
