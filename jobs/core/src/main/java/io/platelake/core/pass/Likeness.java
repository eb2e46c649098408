package io.platelake.core.pass;

/** Why two readings of one camera, seconds apart, are of one plate; the strongest reason first. */
enum Likeness {
  /** The same text. */
  EQUAL,
  /** One character differs, within a class of look-alikes. */
  LOOK_ALIKE,
  /** One of the two reads offered the plate of the other as a candidate. */
  CANDIDATE,
  /** Nothing says so. */
  NONE
}
