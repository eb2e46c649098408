package io.platelake.core.vendorlog;

/** Fingerprints of rows, each once: 8 to 24 bytes a row, where a set of objects takes 60. */
final class Fingerprints {
  private static final double FULL = 0.7;

  private long[] slots = new long[1 << 10];
  private int size;
  private boolean hasZero;

  /** Whether it was not there. */
  boolean add(long fingerprint) {
    if (fingerprint == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (size >= FULL * slots.length) {
      grow();
    }
    int slot = slot(slots, fingerprint);
    if (slots[slot] == fingerprint) {
      return false;
    }
    slots[slot] = fingerprint;
    size++;
    return true;
  }

  /** Where it is, or where it goes. Fingerprints are digests, so their bits need no mixing. */
  private static int slot(long[] slots, long fingerprint) {
    int slot = (int) fingerprint & slots.length - 1;
    while (slots[slot] != 0 && slots[slot] != fingerprint) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] larger = new long[2 * slots.length];
    for (long fingerprint : slots) {
      if (fingerprint != 0) {
        larger[slot(larger, fingerprint)] = fingerprint;
      }
    }
    slots = larger;
  }
}
