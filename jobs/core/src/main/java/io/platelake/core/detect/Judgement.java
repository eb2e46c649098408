package io.platelake.core.detect;

/** What one detector says about one search. */
enum Judgement {
  CANDIDATE,
  CLEAR,
  /** The log or the registers do not show what the detector needs. */
  UNSEEN;

  static Judgement of(boolean candidate) {
    return candidate ? CANDIDATE : CLEAR;
  }
}
