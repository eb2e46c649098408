package io.platelake.city.chance;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on nothing but (seed, stream, index).
 *
 * <p>Everything random about vehicle 17 or event 4,711 comes from its own dice, so it can be worked
 * out again at any moment instead of being kept: memory does not grow with the number of reads.
 * Only {@link SplittableRandom#nextLong()} is used, the bounded draws are our own, so the bytes do
 * not depend on how a Java release implements them.
 */
public final class Dice {
  private final SplittableRandom random;

  private Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Streams keep the dice of different things apart that have the same index. */
  public enum Stream {
    VEHICLE,
    COMMUTE,
    TRIP,
    ROUTE,
    TRAFFIC,
    EVENT,
    CAMERA,
    PLACE,
    LIST,
    SERIAL,
    CALIBRATION,
    STAFF,
    CASE,
    SEARCH,
    MISUSE
  }

  public static Dice of(long seed, Stream stream, long index) {
    return new Dice(mix(seed + mix(index * 0xD1B54A32D192ED03L + stream.ordinal() + 1)));
  }

  /**
   * Neighbouring inputs give unrelated outputs; SplittableRandom alone does not do that to its
   * seed.
   */
  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  /** In [0, 1). */
  public double unit() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** In [0, bound). */
  public int below(int bound) {
    return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
  }

  /** In [from, to). */
  public int between(int from, int to) {
    return from + below(to - from);
  }

  public boolean chance(double share) {
    return unit() < share;
  }

  /** Index into weights given as running totals; the last one is the sum. */
  public int weighted(int[] runningTotals) {
    int at = below(runningTotals[runningTotals.length - 1]);
    int low = 0;
    int high = runningTotals.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runningTotals[middle] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  public static int[] runningTotals(int... weights) {
    int[] totals = new int[weights.length];
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      totals[i] = sum;
    }
    return totals;
  }
}
