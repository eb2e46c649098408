package io.platelake.core.detect;

/** What one detector says about one search. */
enum RowVerdict {
  CANDIDATE,
  CLEAR,
  /** The log or the registers do not show what the detector needs. */
  UNSEEN;

  static RowVerdict of(boolean candidate) {
    return candidate ? CANDIDATE : CLEAR;
  }
}
