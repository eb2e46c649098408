package io.platelake.core.match.outcome;

/** What is done about an alert, in the order in which it must be done; names are stored. */
public enum Step {
  /** Characters of the plate, compared with the picture or the vehicle. */
  PLATE_CHECK,
  /** State of issue, compared likewise. */
  STATE_CHECK,
  /** Make, model, colour and body, compared likewise. */
  VEHICLE_CHECK,
  /** Dispatch confirms that the entry is still valid. */
  DISPATCH_CONFIRMATION,
  STOP,
  /** What came of it; closes the alert, also one that ended without a stop. */
  RESULT;

  /** Whether the step is a check that can fail. */
  public boolean isCheck() {
    return compareTo(STOP) < 0;
  }
}
