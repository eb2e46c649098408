package io.platelake.core.record;

/** Where a record goes that gives no read; both are counted per file. */
public enum Disposition {
  /** Understood, and nothing to keep: only the count and the reason remain. */
  REFUSED,
  /** Not understood: the payload is kept, without pictures, for inspection. */
  QUARANTINED
}
