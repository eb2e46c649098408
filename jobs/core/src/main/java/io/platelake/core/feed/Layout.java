package io.platelake.core.feed;

/** How records follow each other in a file of a feed. */
public enum Layout {
  /**
   * JSON documents in any arrangement: one a line, pretty-printed, concatenated, in arrays, or as
   * the form field {@code json}.
   */
  JSON,
  /** Exactly one JSON document a line. */
  JSON_LINES,
  /** Delimited rows, RFC 4180. */
  CSV
}
