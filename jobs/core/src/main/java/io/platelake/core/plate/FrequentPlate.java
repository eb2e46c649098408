package io.platelake.core.plate;

/**
 * Whether one plate fills more of a camera's reads than a vehicle does. Such a plate is often a
 * word for no plate that nobody listed yet, a sign beside the road, or a parked vehicle.
 *
 * <p>Unusual are 20 reads or more of one plate on one date, if they are at least 2 % of 200 reads
 * or more. A resident passes a camera a few times a day, and a word stands for every unread
 * vehicle.
 */
public final class FrequentPlate {
  /** Reads of a camera on a date below which a share says little. */
  public static final long LEAST_READS = 200;

  /** Reads of the plate on that date. */
  public static final long LEAST_REPEATS = 20;

  /** Share of the reads of the camera on that date. */
  public static final double LEAST_SHARE = 0.02;

  private FrequentPlate() {}

  /**
   * @param repeats reads of the plate by one camera on one date
   * @param reads all reads of the camera on that date
   */
  public static boolean isUnusual(long repeats, long reads) {
    return reads >= LEAST_READS && repeats >= LEAST_REPEATS && repeats >= LEAST_SHARE * reads;
  }
}
