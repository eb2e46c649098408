package io.platelake.core.match.outcome;

/** Why an adjudicated alert was false; one each. Names are stored and reported. */
public enum FalseCause {
  /** The plate was read wrong. */
  MISREAD,
  /** The plate is of another state than the entry's. */
  WRONG_STATE,
  /** The entry no longer stood at its source. */
  STALE,
  /** The entry was wrong when it was made. */
  BAD_ENTRY,
  OTHER
}
