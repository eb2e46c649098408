package io.platelake.core.pass;

import io.platelake.core.plate.OcrClasses;
import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * When reads of one camera are of one pass.
 *
 * @param gap longest time from one read to the next
 * @param longest a pass that has lasted this long takes no more reads: a car parked in view makes
 *     one pass after another, so that no pass grows without end
 * @param classes characters that readers confuse, of the policy in force
 */
public record PassRule(Duration gap, Duration longest, OcrClasses classes) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A car that waits at a light is read every few seconds, also when a passing lorry hides it. */
  public static final Duration GAP = Duration.ofSeconds(30);

  /** Longer than any light or queue in front of a barrier. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  public PassRule {
    Objects.requireNonNull(classes, "classes");
    if (gap.isNegative() || gap.isZero() || longest.compareTo(gap) < 0) {
      throw new IllegalArgumentException("a pass needs a gap above zero and no longer than itself");
    }
  }

  /** The rule with the platform's times. */
  public static PassRule of(OcrClasses classes) {
    return new PassRule(GAP, LONGEST, classes);
  }
}
