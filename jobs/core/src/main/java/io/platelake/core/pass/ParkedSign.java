package io.platelake.core.pass;

/** Why a plate in front of a camera is taken for a parked car, a sign or a fence. */
public enum ParkedSign {
  /** Never out of sight for long, over hours. */
  STAYS,
  /** On and off, in many hours of the day, for minutes each. */
  ALL_DAY
}
