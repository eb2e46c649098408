package io.platelake.core.policy.collection;

/** What happens to a read that does not say where it was made. There is no way to keep it. */
public enum MissingPosition {
  /** Set aside for its short term; the feed may be repaired and the record landed again. */
  QUARANTINE,
  /** Counted and dropped at once. */
  REFUSE
}
