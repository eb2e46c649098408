package io.platelake.app.container;

/**
 * How large the tree of a record may still grow. What does not fit is left out, and known to be.
 */
final class TreeBudget {
  /** About what a node costs beside its text. */
  static final int NODE = 16;

  private final int limit;
  private long used;

  TreeBudget(int limit) {
    this.limit = limit;
  }

  /** A record begins. */
  void begin() {
    used = 0;
  }

  /** Whether there was room for that many bytes. */
  boolean take(long bytes) {
    used += bytes;
    return used <= limit;
  }

  boolean isExceeded() {
    return used > limit;
  }
}
