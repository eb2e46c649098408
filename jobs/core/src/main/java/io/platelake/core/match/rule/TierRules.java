package io.platelake.core.match.rule;

import java.io.Serializable;
import java.util.Optional;

/**
 * The rules of the tiers beyond exact and equivalent plates. A policy may leave out each of them:
 * then its tier is not looked for.
 */
public final class TierRules implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Exact and equivalent plates alone. */
  public static final TierRules NONE =
      new TierRules(Optional.empty(), Optional.empty(), Optional.empty());

  // An Optional cannot be sent to a task.
  private final NearRule near;
  private final PartialRule partial;
  private final VehicleRule vehicleOnly;

  public TierRules(
      Optional<NearRule> near, Optional<PartialRule> partial, Optional<VehicleRule> vehicleOnly) {
    this.near = near.orElse(null);
    this.partial = partial.orElse(null);
    this.vehicleOnly = vehicleOnly.orElse(null);
  }

  /** When plates one character away are looked at. */
  public Optional<NearRule> near() {
    return Optional.ofNullable(near);
  }

  /** When entries that know a part of their plate are looked for. */
  public Optional<PartialRule> partial() {
    return Optional.ofNullable(partial);
  }

  /** When descriptions of a vehicle without a plate are looked for. */
  public Optional<VehicleRule> vehicleOnly() {
    return Optional.ofNullable(vehicleOnly);
  }

  /** These rules for entries without a whole plate alone. */
  public TierRules forOtherEntries() {
    return new TierRules(Optional.empty(), partial(), vehicleOnly());
  }

  /**
   * The confidence in another candidate below which no rule looks at it. It is a share of the
   * reader's confidence in the plate it reports; 0 to 1.
   */
  public double leastCandidateShare() {
    return Math.min(
        near().map(NearRule::minCandidateShare).orElse(1.0),
        partial().map(PartialRule::minCandidateShare).orElse(1.0));
  }
}
