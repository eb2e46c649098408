package io.platelake.core.feed.rule;

/** Of what a feed may have an unusual share. */
public enum LandingShare {
  /** Records that could not be accepted. */
  QUARANTINED,
  /** Records that a rule refuses; not those that state that they are no read. */
  REFUSED,
  /** Records that repeat an event, in files that did not land before. */
  DUPLICATE,
  /** Kept reads of an event that has a read with another plate. */
  OTHER_PLATE
}
