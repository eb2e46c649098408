package io.platelake.core.audit;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.policy.governance.AuditRules;
import java.util.Optional;

/** How many items an audit draws: as many as the policy asks for, or more. */
public final class SampleSize {
  /** The most items of a sample. */
  public static final int MOST = 100_000;

  private static final String OPTION = "--size";

  private SampleSize() {}

  /**
   * @param asked number that was asked for; empty takes that of the policy
   * @throws BadInput if neither says a number, or it is none
   * @throws Refusal if the policy asks for more
   */
  public static int of(AuditRules rules, Optional<Integer> asked) {
    Optional<Integer> least = rules.sampleSize();
    int size =
        asked
            .or(() -> least)
            .orElseThrow(
                () ->
                    new BadInput(
                        OPTION, "is missing, and the policy sets no size", "Give a number."));
    if (size < 1 || size > MOST) {
      throw new BadInput(OPTION, "is not 1 to " + MOST, "Give a number of items.");
    }
    if (least.filter(n -> size < n).isPresent()) {
      throw new Refusal(
          OPTION,
          "the policy asks for at least " + least.get() + " items (" + rules.authority() + ")",
          "Draw as many, or more.");
    }
    return size;
  }
}
