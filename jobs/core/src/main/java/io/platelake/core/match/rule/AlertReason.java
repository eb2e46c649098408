package io.platelake.core.match.rule;

/** Why a match became an alert or did not; names are stored in hits and must not change. */
public enum AlertReason {
  ALERT,
  PURPOSE_HAS_NO_ALERTS,
  CATEGORY_NOT_ALLOWED,
  OFFENCE_CLASS_NOT_ALLOWED,
  TIER_NOT_ALLOWED,
  STATE_DIFFERS,
  STATE_UNKNOWN,
  VEHICLE_DIFFERS,
  VEHICLE_UNKNOWN,
  /** The score is below the least one that the policy asks of the tier. */
  SCORE_TOO_LOW,
  /** An entry without a whole plate fits more reads than the policy lets describe one vehicle. */
  ENTRY_TOO_WIDE,
  /** A person ruled out the same match before: {@link Suppression}. */
  SUPPRESSED,
  /** A part of a plate fits no more than another candidate of the reader, so is in doubt twice. */
  ONLY_A_CANDIDATE
}
