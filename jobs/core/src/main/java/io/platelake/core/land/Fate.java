package io.platelake.core.land;

/** Where a record of a file goes: exactly one of these, so that a file's records add up. */
public enum Fate {
  /** To {@code reads}. */
  KEPT,
  /** Made at a protected place: only counted. */
  EXCLUDED,
  /** A rule says no: only counted, by reason. */
  REFUSED,
  /** An event that has landed already. */
  DUPLICATE,
  /** To {@code quarantine}, by reason. */
  QUARANTINED
}
