package io.platelake.core.mapping.time;

/** Which of two passes a local time is, where clocks were put back over it: key {@code twice}. */
public enum RepeatedHour {
  /** The earlier instant, so that retention never runs from a time later than the capture. */
  FIRST,
  /** The later instant. */
  SECOND,
  /** Neither: the time is unknown. */
  REFUSE
}
