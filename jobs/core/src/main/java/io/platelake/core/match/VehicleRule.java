package io.platelake.core.match;

import io.platelake.core.BadInput;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * When a read fits an entry that has no plate (Washington policy, 2.1): everything that the entry
 * gives must be known of the read and fit. Such a match is {@link PlateTier#VEHICLE} and never an
 * alert by itself, since thousands of vehicles fit a description.
 *
 * @param minTraits fewest of make, model, colour and body that an entry must give; default 3, since
 *     two (a white van) say next to nothing
 */
public record VehicleRule(int minTraits) implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final VehicleRule DEFAULT = new VehicleRule(3);

  public VehicleRule {
    if (minTraits < 1 || minTraits > 4) {
      throw new BadInput(
          "rule for entries without a plate", minTraits + " traits", "Give a number from 1 to 4.");
    }
  }

  /** Whether an entry gives enough to be looked for. */
  public boolean isEnough(VehicleTraits entry) {
    return Arrays.asList(entry.make(), entry.model(), entry.color(), entry.body()).stream()
            .filter(Objects::nonNull)
            .count()
        >= minTraits;
  }

  /** Whether the read fits; false for an entry that gives too little. */
  public boolean fits(
      VehicleTraits read, String readState, VehicleTraits entry, String entryState) {
    return isEnough(entry)
        && (entryState == null || StateVerdict.judge(readState, entryState) == StateVerdict.SAME)
        && fits(read.make(), entry.make())
        && fits(read.model(), entry.model())
        && fits(read.body(), entry.body())
        && (entry.color() == null
            || (read.color() != null && !VehicleVerdict.colorsDiffer(read.color(), entry.color())));
  }

  private static boolean fits(String read, String entry) {
    return entry == null || entry.equals(read);
  }
}
