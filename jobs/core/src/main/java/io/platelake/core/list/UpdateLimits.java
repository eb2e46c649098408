package io.platelake.core.list;

import java.time.Duration;
import java.util.Objects;

/**
 * What a policy asks of a new snapshot.
 *
 * @param maxAge oldest age that may be used; exactly this age still may
 * @param minShareOfLast smallest share of the entries in use that a new snapshot must have, 0 to 1
 * @param clockTolerance how far the source's clock may run ahead of ours
 */
public record UpdateLimits(Duration maxAge, double minShareOfLast, Duration clockTolerance) {
  public UpdateLimits {
    Objects.requireNonNull(maxAge, "maxAge");
    Objects.requireNonNull(clockTolerance, "clockTolerance");
    if (!(minShareOfLast >= 0 && minShareOfLast <= 1)) {
      throw new IllegalArgumentException("minShareOfLast is 0 to 1, not " + minShareOfLast);
    }
  }
}
