package io.platelake.files.tree;

/**
 * How large the tree of a record may still grow. What does not fit is left out, and known to be.
 */
public final class TreeBudget {
  /** Approximate cost of a node without its text. */
  public static final int NODE = 16;

  private final int limit;
  private long used;

  public TreeBudget(int limit) {
    this.limit = limit;
  }

  /** A record begins. */
  public void begin() {
    used = 0;
  }

  /** Whether there was room for that many bytes. */
  public boolean take(long bytes) {
    used += bytes;
    return used <= limit;
  }

  public boolean isExceeded() {
    return used > limit;
  }
}
