package io.platelake.core.match.score;

import java.io.Serializable;

/**
 * How often a verdict agreed and how often it differed, over hits of one kind. Unknown is neither
 * and is not counted.
 *
 * @param agreed hits, with those that an assumption stands for
 * @param differed the same
 * @param support hits learned from
 */
public record Agreement(double agreed, double differed, long support) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** State of the wanted vehicle: readers that report one are mostly right. An assumption. */
  public static final Agreement STATE_OF_WANTED = new Agreement(48, 2, 0);

  /** Vehicle, when it is the wanted one. An assumption. */
  public static final Agreement VEHICLE_OF_WANTED = new Agreement(45, 5, 0);

  /**
   * Vehicle, when it is another one. An assumption; one common trait without a contradiction is
   * agreement, and colour is often the only trait.
   */
  public static final Agreement VEHICLE_OF_OTHERS = new Agreement(8, 42, 0);

  /**
   * Whether the reader names the plate as another candidate, when it misread the wanted one: every
   * other time. An assumption; adjudicated hits cannot tell, for being offered made them hits.
   */
  public static final Agreement OFFERED_OF_WANTED = new Agreement(25, 25, 0);

  /**
   * The same of a plate that is as near by chance: a handful of candidates among the hundreds of
   * plates one character away. An assumption.
   */
  public static final Agreement OFFERED_OF_OTHERS = new Agreement(0.5, 49.5, 0);

  public Agreement {
    if (!(agreed > 0 && differed > 0) || support < 0) {
      throw new IllegalArgumentException(
          "agreed " + agreed + ", differed " + differed + ", support " + support);
    }
  }

  /** With hits of which so many agreed and so many differed. */
  public Agreement plus(long agreeing, long differing) {
    return new Agreement(agreed + agreeing, differed + differing, support + agreeing + differing);
  }

  /** Share that agreed, above 0 and below 1. */
  public double share() {
    return agreed / (agreed + differed);
  }
}
