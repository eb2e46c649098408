package io.platelake.lake.wall;

/** What the law orders over the reads of all purposes at once, so that it serves none of them. */
public enum Duty {
  /** Forgetting in time, keeping what a hold demands, and the proof of both. */
  RETENTION,
  /** Keeping the same rows in better files; nothing leaves. */
  STORAGE,
  /** Counting what is kept and saying what is overdue; only numbers leave. */
  REPORTING
}
