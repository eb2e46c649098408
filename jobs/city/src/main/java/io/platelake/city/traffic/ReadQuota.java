package io.platelake.city.traffic;

import java.time.LocalDate;

/**
 * How many reads fall into each ten minutes of the period.
 *
 * <p>Quotas are differences of one running total, so they add up to the wanted number exactly,
 * however small it is.
 */
public final class ReadQuota {
  public static final int SLOTS_PER_DAY = 144;
  static final int SLOT_MILLIS = 600_000;

  private final long reads;
  private final double[] weightBefore;
  private final boolean[] weekend;
  private final double[][] shareBefore = new double[2][SLOTS_PER_DAY + 1];

  public ReadQuota(LocalDate start, int days, long reads) {
    this.reads = reads;
    weightBefore = new double[days + 1];
    weekend = new boolean[days];
    for (int day = 0; day < days; day++) {
      weekend[day] = TrafficShape.weekend(start.plusDays(day));
      weightBefore[day + 1] = weightBefore[day] + TrafficShape.dayWeight(weekend[day]);
    }
    for (int slot = 0; slot < SLOTS_PER_DAY; slot++) {
      shareBefore[0][slot + 1] = shareBefore[0][slot] + TrafficShape.hourShare(false, slot / 6) / 6;
      shareBefore[1][slot + 1] = shareBefore[1][slot] + TrafficShape.hourShare(true, slot / 6) / 6;
    }
  }

  public int of(int day, int slot) {
    return Math.toIntExact(before(day, slot + 1) - before(day, slot));
  }

  /** Reads of all weekdays together: what commuters have a part in. */
  long onWeekdays() {
    long sum = 0;
    for (int day = 0; day < weekend.length; day++) {
      sum += weekend[day] ? 0 : before(day, SLOTS_PER_DAY) - before(day, 0);
    }
    return sum;
  }

  int weekdays() {
    int count = 0;
    for (boolean free : weekend) {
      count += free ? 0 : 1;
    }
    return count;
  }

  private long before(int day, int slot) {
    if (slot == SLOTS_PER_DAY) {
      return day + 1 == weekend.length ? reads : before(day + 1, 0);
    }
    double dayWeight = weightBefore[day + 1] - weightBefore[day];
    double weight = weightBefore[day] + dayWeight * shareBefore[weekend[day] ? 1 : 0][slot];
    return (long) Math.floor(reads * (weight / weightBefore[weekend.length]));
  }
}
