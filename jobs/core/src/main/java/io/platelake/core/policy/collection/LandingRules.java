package io.platelake.core.policy.collection;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Retention;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.Duration;
import java.time.Instant;

/**
 * Which capture times cannot be true.
 *
 * @param futureTolerance a capture up to this far ahead of the run is still believed
 * @param implausibleAge a capture at least this old comes from a wrong clock, not a late upload
 * @param authority where both come from
 */
public record LandingRules(Duration futureTolerance, Period implausibleAge, Authority authority) {

  public LandingRules {
    if (implausibleAge.amount() == 0) {
      throw new InvalidRule("implausible_age", "is zero", "Give a period beyond every retention");
    }
  }

  /** Whether the capture is further in the future than the tolerance. */
  public boolean isFuture(Instant capturedAt, Instant asOf) {
    return capturedAt.isAfter(asOf.plus(futureTolerance));
  }

  /** Whether the capture is so old that the camera's clock must be wrong. */
  public boolean isImplausiblyOld(Instant capturedAt, Instant asOf) {
    return !Retention.isKept(Retention.expiresAt(capturedAt, implausibleAge), asOf);
  }

  public static LandingRules read(YamlMap fields) {
    return new LandingRules(
        Period.exact(fields, "future_tolerance"),
        fields.read("implausible_age", Period::read),
        Authority.of(fields));
  }
}
