package io.platelake.core.land;

import io.platelake.core.mapping.MappedField;
import io.platelake.core.record.Fault;

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
  UNREGISTERED_CAMERA(MappedField.CAMERA, "the registry of the agency does not hold the camera"),
  /** The registry does not say where the camera stood then. */
  NOT_DEPLOYED(MappedField.CAMERA, "the registry does not say where the camera stood then"),
  /** The position of the read is unknown, and the policy sets such reads aside. */
  NO_POSITION(MappedField.LAT, "a mobile camera states no position"),
  /** The position of the read is unknown, and the policy refuses such reads. */
  POSITION_REQUIRED(Fate.REFUSED),
  /** The policy does not let the purpose use this type of site. */
  WRONG_SITE(MappedField.CAMERA, "the policy does not let the purpose use this type of site");

  private final Fate fate;
  private final Fault fault;

  LandingReason(Fate fate) {
    this.fate = fate;
    this.fault = Fault.NONE;
  }

  /** A record that is set aside until what is wrong with a field has been repaired. */
  LandingReason(MappedField field, String says) {
    this.fate = Fate.QUARANTINED;
    this.fault = new Fault(field.key(), "", says);
  }

  /** What is wrong with a quarantined record; {@link Fault#NONE} for a refusal. */
  public Fault fault() {
    return fault;
  }

  public Fate fate() {
    return fate;
  }
}
