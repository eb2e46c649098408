package io.platelake.city.option;

import io.platelake.core.BadInput;

/**
 * How often each fault occurs, as shares of all passes; a heartbeat counts as a pass. Only {@code
 * misread} and {@code noPosition} come on top of the others.
 *
 * @param misread plates not read exactly (older open engine on US plates: 14 %)
 * @param resent events sent again some lines later
 * @param resentNextDay events sent again the next day
 * @param late delivered one to four days after the capture
 * @param expired delivered more than a month after the capture, beyond any retention limit here
 * @param clockBehind captured in 1970: a camera that lost its clock
 * @param clockAhead captured after the file is landed
 * @param unknownCamera sent by a camera that is not registered
 * @param broken lines cut off, or rows with too few fields
 * @param wrongType fields of a type that cannot be understood
 * @param noPlate vehicles whose plate was not seen
 * @param heartbeat messages that are no reads; OpenALPR only
 * @param noPosition reads that give their position as 0, or not at all
 */
public record Shares(
    double misread,
    double resent,
    double resentNextDay,
    double late,
    double expired,
    double clockBehind,
    double clockAhead,
    double unknownCamera,
    double broken,
    double wrongType,
    double noPlate,
    double heartbeat,
    double noPosition) {

  public static final Shares USUAL =
      new Shares(
          0.11, 0.004, 0.002, 0.010, 0.0008, 0.0006, 0.0006, 0.0015, 0.0008, 0.0008, 0.012, 0.002,
          0.02);

  /** Every pass read exactly and sent once. */
  public static final Shares NOTHING_WRONG = new Shares(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  public Shares {
    double sum = 0;
    for (double share :
        new double[] {
          resent,
          resentNextDay,
          late,
          expired,
          clockBehind,
          clockAhead,
          unknownCamera,
          broken,
          wrongType,
          noPlate,
          heartbeat
        }) {
      if (!(share >= 0)) {
        throw new BadInput("defect shares", "one is negative", "Give shares of 0 or more.");
      }
      sum += share;
    }
    if (sum > 0.5 || !(misread >= 0 && misread <= 0.5) || !(noPosition >= 0 && noPosition <= 1)) {
      throw new BadInput(
          "defect shares", "they are too large", "Keep misreads and all others below a half each.");
    }
  }
}
