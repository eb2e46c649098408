package io.platelake.core.land;

/**
 * Why landing itself refuses or sets aside a record that its adapter understood. Together with
 * {@link io.platelake.core.record.Reason} these are the reason codes of {@code landing} and {@code
 * quarantine}.
 */
public enum LandingReason {
  /** Captured later than the policy's tolerance after now: the camera's clock is wrong. */
  FUTURE(Fate.REFUSED),
  /** Captured longer ago than the policy accepts: the camera's clock is wrong. */
  IMPLAUSIBLE_TIME(Fate.REFUSED),
  /** Past its retention on arrival. */
  EXPIRED(Fate.REFUSED),
  /** Would be past its retention before the next purge could have finished. */
  EXPIRES_BEFORE_PURGE(Fate.REFUSED),
  /** Of a date that a purge has closed. */
  CLOSED_DATE(Fate.REFUSED),
  /** The camera is not in the registry. */
  UNREGISTERED_CAMERA(Fate.QUARANTINED),
  /** The registry does not say where the camera stood then. */
  NOT_DEPLOYED(Fate.QUARANTINED),
  /**
   * The camera moves, and the position of the read is out of range, half given, no number, or
   * outside the feed's area.
   */
  BAD_POSITION(Fate.QUARANTINED),
  /** The position of the read is unknown, and the policy sets such reads aside. */
  NO_POSITION(Fate.QUARANTINED),
  /** The position of the read is unknown, and the policy refuses such reads. */
  POSITION_REQUIRED(Fate.REFUSED),
  /** The policy does not let the purpose use this type of site. */
  WRONG_SITE(Fate.QUARANTINED);

  private final Fate fate;

  LandingReason(Fate fate) {
    this.fate = fate;
  }

  public Fate fate() {
    return fate;
  }
}
