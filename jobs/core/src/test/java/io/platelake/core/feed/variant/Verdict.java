package io.platelake.core.feed.variant;

/** What became of a variant, from good to bad. The first three are allowed. */
enum Verdict {
  /** The same read, or the same reason why there is none. */
  RIGHT,
  /** The same plate, camera and instant; another field is unknown and counted so. */
  UNKNOWN,
  /** Kept in quarantine, with a reason. */
  QUARANTINED,
  /** The same plate, camera and instant; another field is gone, and no count says so. */
  FIELD_LOST,
  /** A read that is counted as none and not kept. */
  REFUSED,
  /** Neither read nor counted. */
  SILENT,
  /** Another plate, camera, instant or value. */
  WRONG;

  Verdict worse(Verdict other) {
    return compareTo(other) < 0 ? other : this;
  }
}
