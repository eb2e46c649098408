package io.platelake.lake.proof.needle;

import java.util.Arrays;
import java.util.List;

/**
 * Finds which of many byte patterns end at a position, by the last {@code width} bytes before it.
 *
 * <p>The bytes of the window, read as one number, are looked up in a bit set sixteen times the
 * number of patterns and, for the one in sixteen that pass, in chains of equal hash. Width 8 is the
 * most a long holds; patterns may be longer, the caller compares what is before the window.
 */
final class WindowIndex {
  private final long mask;
  private final List<BytePattern> patterns;
  private final long[] windows;
  private final int[] next;
  private final int[] heads;
  private final long[] filter;
  private final int shift;

  WindowIndex(int width, List<BytePattern> patterns) {
    this.mask = width == 8 ? -1L : (1L << (8 * width)) - 1;
    this.patterns = List.copyOf(patterns);
    this.windows = new long[patterns.size()];
    this.next = new int[patterns.size()];
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(64, patterns.size()) - 1L) + 4;
    this.shift = 64 - bits;
    this.filter = new long[1 << (bits - 6)];
    this.heads = new int[1 << (bits - 3)];
    Arrays.fill(heads, -1);
    for (int i = 0; i < windows.length; i++) {
      windows[i] = this.patterns.get(i).window(width);
      int hash = hash(windows[i]);
      filter[hash >>> 6] |= 1L << hash;
      next[i] = heads[hash >>> 3];
      heads[hash >>> 3] = i;
    }
  }

  /** The first pattern whose window equals the low bytes of {@code recent}, or -1. */
  int first(long recent) {
    long window = recent & mask;
    int hash = hash(window);
    if ((filter[hash >>> 6] & (1L << hash)) == 0) {
      return -1;
    }
    return from(heads[hash >>> 3], window);
  }

  /** The next pattern with the same window, or -1. */
  int after(int pattern) {
    return from(next[pattern], windows[pattern]);
  }

  BytePattern pattern(int index) {
    return patterns.get(index);
  }

  private int from(int candidate, long window) {
    int i = candidate;
    while (i >= 0 && windows[i] != window) {
      i = next[i];
    }
    return i;
  }

  private int hash(long window) {
    return (int) ((window * 0x9E3779B97F4A7C15L) >>> shift);
  }
}
