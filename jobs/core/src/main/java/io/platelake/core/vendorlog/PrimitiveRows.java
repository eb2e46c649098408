package io.platelake.core.vendorlog;

import java.util.ArrayList;
import java.util.List;

/** Numbers by row that grow without being copied: ten million rows and more. */
final class PrimitiveRows {
  private static final int BITS = 16;
  private static final int CHUNK = 1 << BITS;

  private PrimitiveRows() {}

  /** A long for each row; 0 where nothing was set. */
  static final class Longs {
    private final List<long[]> chunks = new ArrayList<>();

    long get(int row) {
      return chunks.get(row >>> BITS)[row & CHUNK - 1];
    }

    void set(int row, long value) {
      while (row >>> BITS >= chunks.size()) {
        chunks.add(new long[CHUNK]);
      }
      chunks.get(row >>> BITS)[row & CHUNK - 1] = value;
    }
  }

  /**
   * An int for each row; 0 where nothing was set, which needs no memory for rows after the last.
   */
  static final class Ints {
    private static final int[] NOTHING = new int[CHUNK];
    private final List<int[]> chunks = new ArrayList<>();

    int get(int row) {
      return row >>> BITS < chunks.size() ? chunks.get(row >>> BITS)[row & CHUNK - 1] : 0;
    }

    void set(int row, int value) {
      while (row >>> BITS >= chunks.size()) {
        chunks.add(NOTHING);
      }
      if (chunks.get(row >>> BITS) == NOTHING) {
        chunks.set(row >>> BITS, new int[CHUNK]);
      }
      chunks.get(row >>> BITS)[row & CHUNK - 1] = value;
    }
  }

  /** A byte for each row; 0 where nothing was set. */
  static final class Bytes {
    private final List<byte[]> chunks = new ArrayList<>();

    byte get(int row) {
      return row >>> BITS < chunks.size() ? chunks.get(row >>> BITS)[row & CHUNK - 1] : 0;
    }

    void set(int row, int value) {
      while (row >>> BITS >= chunks.size()) {
        chunks.add(new byte[CHUNK]);
      }
      chunks.get(row >>> BITS)[row & CHUNK - 1] = (byte) value;
    }
  }
}
