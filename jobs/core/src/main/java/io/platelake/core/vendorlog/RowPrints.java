package io.platelake.core.vendorlog;

/**
 * Prints of rows that were seen: a set of numbers that takes 12 to 24 bytes each, where a set of
 * boxed ones takes 60.
 */
public final class RowPrints {
  private static final int FIRST_SLOTS = 1 << 10;

  private long[] slots = new long[FIRST_SLOTS];
  private int size;
  private boolean hasZero;

  /** Whether the number was not there. */
  public boolean add(long print) {
    if (print == 0) { // an empty slot
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (3L * size >= 2L * slots.length) {
      grow();
    }
    if (!put(slots, print)) {
      return false;
    }
    size++;
    return true;
  }

  /** Whether the number is there. */
  public boolean contains(long print) {
    if (print == 0) {
      return hasZero;
    }
    int mask = slots.length - 1;
    for (int i = slot(print, mask); slots[i] != 0; i = i + 1 & mask) {
      if (slots[i] == print) {
        return true;
      }
    }
    return false;
  }

  private void grow() {
    long[] wider = new long[Math.multiplyExact(slots.length, 2)];
    for (long print : slots) {
      if (print != 0) {
        put(wider, print);
      }
    }
    slots = wider;
  }

  private static boolean put(long[] into, long print) {
    int mask = into.length - 1;
    int i = slot(print, mask);
    while (into[i] != 0) {
      if (into[i] == print) {
        return false;
      }
      i = i + 1 & mask;
    }
    into[i] = print;
    return true;
  }

  /** Prints are digests, so any of their bits will do. */
  private static int slot(long print, int mask) {
    return (int) (print ^ print >>> 32) & mask;
  }
}
