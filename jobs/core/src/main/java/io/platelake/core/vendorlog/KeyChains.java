package io.platelake.core.vendorlog;

import java.util.Arrays;

/**
 * Rows by a key of 64 bits, in about ten bytes a row. Rows of other keys may share a chain, so
 * whoever follows one compares the keys.
 */
final class KeyChains {
  private static final int END = -1;

  private final int[] heads;
  private final int[] next;
  private final int shift;

  /**
   * @param rows rows that may be added, numbered below this
   */
  KeyChains(int rows) {
    int bits = Math.max(4, 32 - Integer.numberOfLeadingZeros(rows));
    heads = new int[1 << bits];
    next = new int[rows];
    shift = Long.SIZE - bits;
    Arrays.fill(heads, END);
  }

  void add(long key, int row) {
    int slot = slot(key);
    next[row] = heads[slot];
    heads[slot] = row;
  }

  /** The row that was added last of those that may have the key; negative where none may. */
  int first(long key) {
    return heads[slot(key)];
  }

  /** The one before it; negative at the end. */
  int next(int row) {
    return next[row];
  }

  private int slot(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
  }
}
