package io.platelake.core.plate;

/**
 * Whether one plate fills more of a camera's reads than a vehicle does. Such a plate is often a
 * word for no plate that nobody listed yet, a sign beside the road, or a parked vehicle.
 *
 * <p>Unusual are 20 reads or more of one plate on one date, if they are at least 2 % of 200 reads
 * or more. A resident passes a camera a few times a day, and a word stands for every unread
 * vehicle. Above a limit, which a feed may set, the share is a finding and not only a hint.
 */
public final class FrequentPlate {
  /** Reads of a camera on a date below which a share says little. */
  public static final long LEAST_READS = 200;

  /** Reads of the plate on that date. */
  public static final long LEAST_REPEATS = 20;

  /** Share of the reads of the camera on that date. */
  public static final double LEAST_SHARE = 0.02;

  /** Share above which it is a finding, where the feed sets no limit. */
  public static final double FINDING_SHARE = 0.1;

  private FrequentPlate() {}

  /**
   * Whether a person has to act on it.
   *
   * @param limit share from 0 to 1 that the feed sets
   */
  public static boolean isFinding(long repeats, long reads, double limit) {
    return isUnusual(repeats, reads) && repeats > limit * reads;
  }

  /**
   * @param repeats reads of the plate by one camera on one date
   * @param reads all reads of the camera on that date
   */
  public static boolean isUnusual(long repeats, long reads) {
    return reads >= LEAST_READS && repeats >= LEAST_REPEATS && repeats >= LEAST_SHARE * reads;
  }
}
