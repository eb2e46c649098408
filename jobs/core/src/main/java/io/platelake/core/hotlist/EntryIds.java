package io.platelake.core.hotlist;

/**
 * Ids seen so far, as bare numbers: a list can have millions, and boxed they would take more than
 * its entries.
 */
final class EntryIds {
  private long[] slots = new long[1024];
  private int size;
  private boolean zero;

  /** Whether the id is new. */
  boolean add(long id) {
    if (id == 0) {
      boolean first = !zero;
      zero = true;
      return first;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    return put(id);
  }

  private boolean put(long id) {
    int mask = slots.length - 1;
    // Ids are the start of a digest, so their low bits are spread evenly.
    int slot = (int) id & mask;
    while (slots[slot] != 0) {
      if (slots[slot] == id) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    slots[slot] = id;
    size++;
    return true;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    size = 0;
    for (long id : before) {
      if (id != 0) {
        put(id);
      }
    }
  }
}
