package io.platelake.core.policy.retention;

import java.time.Duration;
import java.time.Instant;

/**
 * When a batch purge has to take a partition so that no row in it ever overstays.
 *
 * <p>A purge that waits for the limit leaves rows beyond it until the next run. So a partition goes
 * in the last run that is sure to finish in time: its oldest row would expire no later than the
 * horizon, which is the interval to the next scheduled run plus the grace that run may take.
 */
public final class DeleteAhead {
  private DeleteAhead() {}

  /**
   * Whether a partition must go in the run at {@code asOf}.
   *
   * @param oldestCapture oldest capture among rows of one UTC date (see {@link Retention} for why
   *     not over several)
   * @param max the limit, counted from capture
   * @param asOf now of the run
   * @param horizon {@link PurgeRules#horizon()}; zero asks what has expired already
   * @throws IllegalArgumentException for a negative horizon
   */
  public static boolean due(Instant oldestCapture, Period max, Instant asOf, Duration horizon) {
    if (horizon.isNegative()) {
      throw new IllegalArgumentException("horizon is negative: " + horizon);
    }
    return !Retention.expiresAt(oldestCapture, max).isAfter(asOf.plus(horizon));
  }
}
