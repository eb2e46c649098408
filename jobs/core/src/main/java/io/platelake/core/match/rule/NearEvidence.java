package io.platelake.core.match.rule;

/** What makes a near plate worth a look; names are stored in hits and must not change. */
public enum NearEvidence {
  /** The reader offered the entry's plate as another candidate. */
  CANDIDATE,
  /** The same state, and a vehicle that fits. */
  STATE_AND_VEHICLE,
  /** The state is unknown, but the reader doubts its plate and the vehicle fits. */
  LOW_CONFIDENCE_AND_VEHICLE,
  /** Nothing, or something contradicts: no hit. */
  NONE;

  public boolean isEnough() {
    return this != NONE;
  }
}
