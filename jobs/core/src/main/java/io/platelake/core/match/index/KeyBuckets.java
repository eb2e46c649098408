package io.platelake.core.match.index;

import java.io.Serializable;

/**
 * Numbers grouped by the hash of a key, with a filter that answers most absent keys with one memory
 * access. Keys are not kept: the caller compares the entries of the numbers.
 *
 * <p>Each number has a mark beside its key, from 0 to 15, which only the filter knows: a key is
 * mostly told from one that came with another mark.
 *
 * <p>About 4 bytes a number, 4 to 8 for the bucket bounds and 1 to 2 for the filter.
 */
final class KeyBuckets implements Serializable {
  private static final long serialVersionUID = 1L;

  // More would make the number of buckets overflow an array.
  private static final long MOST_KEYS = 1L << 29;

  private final long[] filter;
  private final int[] starts;
  private final int[] values;

  private KeyBuckets(long[] filter, int[] starts, int[] values) {
    this.filter = filter;
    this.starts = starts;
    this.values = values;
  }

  /** Takes keys with the numbers they lead to. */
  @FunctionalInterface
  interface Sink {
    void put(long key, int mark, int value);
  }

  /** Gives the same keys each time, in the same order. */
  @FunctionalInterface
  interface Source {
    void all(Sink sink);
  }

  static KeyBuckets of(Source source) {
    long[] keys = {0};
    source.all((key, mark, value) -> keys[0]++);
    if (keys[0] > MOST_KEYS) {
      throw new IllegalArgumentException(
          keys[0] + " keys are more than an index holds: split the entries");
    }
    int[] starts = new int[powerOfTwo(keys[0]) + 1];
    long[] filter = new long[powerOfTwo(keys[0] / 8)];
    KeyBuckets buckets = new KeyBuckets(filter, starts, new int[(int) keys[0]]);
    source.all((key, mark, value) -> buckets.count(hash(key), mark));
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    // Now each bound is the end of its bucket; filling backwards moves it to the start.
    source.all((key, mark, value) -> buckets.put(hash(key), value));
    return buckets;
  }

  private void count(long hash, int mark) {
    starts[bucket(hash)]++;
    filter[word(hash)] |= bits(hash) | bits(hash, mark);
  }

  private void put(long hash, int value) {
    values[--starts[bucket(hash)]] = value;
  }

  /** What the other methods take; equal keys have equal hashes. */
  static long hash(long key) {
    long h = key * 0x9E3779B97F4A7C15L;
    h ^= h >>> 32;
    h *= 0xD6E8FEB86659FD93L;
    return h ^ (h >>> 32);
  }

  /** False when no key has this hash; true now and then although none has. */
  boolean mayHold(long hash) {
    long bits = bits(hash);
    return (filter[word(hash)] & bits) == bits;
  }

  /** As {@link #mayHold(long)}, with one of two marks. */
  boolean mayHold(long hash, int mark, int otherMark) {
    long held = filter[word(hash)];
    long bits = bits(hash);
    long marked = bits(hash, mark);
    long other = bits(hash, otherMark);
    return (held & bits) == bits && ((held & marked) == marked || (held & other) == other);
  }

  /** First index for {@link #value}; the others follow up to {@link #end}. */
  int start(long hash) {
    return starts[bucket(hash)];
  }

  int end(long hash) {
    return starts[bucket(hash) + 1];
  }

  /** A number with a key of this bucket, in the reverse of the order they were put in. */
  int value(int index) {
    return values[index];
  }

  // Array lengths are powers of two (the bounds have one more), so that masks do for remainders.
  private int bucket(long hash) {
    return (int) (hash >>> 32) & (starts.length - 2);
  }

  private int word(long hash) {
    return (int) (hash >>> 32) & (filter.length - 1);
  }

  // Two bits of a word for the key and two for key and mark, from the half that chooses no word.
  private static long bits(long hash) {
    return 1L << hash | 1L << (hash >>> 6);
  }

  private static long bits(long hash, int mark) {
    int mixed = (int) (hash >>> 12) * (2 * mark + 1) * 0x9E3779B1;
    return 1L << (mixed >>> 26) | 1L << (mixed >>> 20);
  }

  private static int powerOfTwo(long atLeast) {
    return atLeast <= 1 ? 1 : Integer.highestOneBit((int) atLeast - 1) << 1;
  }
}
