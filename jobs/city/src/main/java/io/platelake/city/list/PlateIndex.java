package io.platelake.city.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds list entries whose plate equals a reading, or equals it once look-alikes are not told
 * apart. Worked out here by itself, since it is the truth that a matcher is checked against.
 *
 * <p>Look-alikes are the classes 0ODQ 1I 2Z 5S 8B 6G; readings of another length never match.
 */
final class PlateIndex {
  private static final byte[] FOLD = new byte[128];

  static {
    for (int i = 0; i < FOLD.length; i++) {
      FOLD[i] = (byte) i;
    }
    for (String alike : List.of("0ODQ", "1I", "2Z", "5S", "8B", "6G")) {
      for (int i = 1; i < alike.length(); i++) {
        FOLD[alike.charAt(i)] = (byte) alike.charAt(0);
      }
    }
  }

  private final List<ListedPlate> entries;
  private final int[] order;
  private final long[] keys;

  /**
   * @param substitutions characters in which the reading differs, 0 for an exact match
   */
  record Found(ListedPlate entry, int substitutions) {}

  PlateIndex(List<ListedPlate> entries) {
    this.entries = List.copyOf(entries);
    order =
        IntStream.range(0, entries.size())
            .boxed()
            .sorted(Comparator.comparingLong(i -> key(entries.get(i).plate())))
            .mapToInt(Integer::intValue)
            .toArray();
    keys = IntStream.of(order).mapToLong(i -> key(entries.get(i).plate())).toArray();
  }

  List<Found> find(byte[] reading) {
    long key = key(reading);
    int at = firstNotBelow(key);
    if (at == keys.length || keys[at] != key) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    for (; at < keys.length && keys[at] == key; at++) {
      ListedPlate entry = entries.get(order[at]);
      found.add(new Found(entry, substitutions(reading, entry.plate())));
    }
    return found;
  }

  /** Characters in which two readings differ, -1 when they differ in more than look-alikes. */
  static int substitutions(byte[] a, byte[] b) {
    if (a.length != b.length) {
      return -1;
    }
    int count = 0;
    for (int i = 0; i < a.length; i++) {
      if (FOLD[a[i]] != FOLD[b[i]]) {
        return -1;
      }
      count += a[i] == b[i] ? 0 : 1;
    }
    return count;
  }

  /** At most 8 characters, so that one number holds them. */
  private static long key(byte[] plate) {
    long key = 0;
    for (byte b : plate) {
      key = key << 7 | FOLD[b];
    }
    return key;
  }

  private int firstNotBelow(long key) {
    int low = 0;
    int high = keys.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
