package io.platelake.app.land.repeats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/**
 * Ids of events parted into buckets, so that equal ones meet. They are bits of a SHA-256, so
 * buckets are equally full.
 */
final class IdBuckets {
  /**
   * Events of one bucket from one task.
   *
   * @param landed whether another batch has landed them
   * @param events their ids
   * @param reads of landed events the id of a read of each; else empty
   */
  record Ids(boolean landed, long[] events, long[] reads) implements Serializable {}

  /**
   * What a bucket has found, in order, each once.
   *
   * @param landedEvents events of the batch of which another batch has landed reads
   * @param landedReads these reads
   * @param twice events that occur twice in the batch
   */
  record Found(long[] landedEvents, long[] landedReads, long[] twice) implements Serializable {}

  private final boolean landed;
  private final long[][] events;
  private final long[][] reads;
  private final int[] sizes;

  IdBuckets(int buckets, boolean landed) {
    this.landed = landed;
    this.events = new long[buckets][1024];
    this.reads = new long[buckets][landed ? 1024 : 0];
    this.sizes = new int[buckets];
  }

  /** Adds an event of the batch. */
  void add(long event) {
    int bucket = bucket(event);
    events[bucket][sizes[bucket]++] = event;
  }

  /** Adds an event with a read that another batch has landed. */
  void add(long event, long read) {
    int bucket = bucket(event);
    if (reads[bucket].length < events[bucket].length) {
      reads[bucket] = Arrays.copyOf(reads[bucket], events[bucket].length);
    }
    reads[bucket][sizes[bucket]] = read;
    events[bucket][sizes[bucket]++] = event;
  }

  static int bucketOf(long event, int buckets) {
    return (int) Long.remainderUnsigned(event, buckets);
  }

  /** The bucket of an event, with room for one more. */
  private int bucket(long event) {
    int bucket = bucketOf(event, events.length);
    if (sizes[bucket] == events[bucket].length) {
      events[bucket] = Arrays.copyOf(events[bucket], 2 * sizes[bucket]);
    }
    return bucket;
  }

  Iterator<Tuple2<Integer, Ids>> all() {
    List<Tuple2<Integer, Ids>> all = new ArrayList<>();
    for (int i = 0; i < events.length; i++) {
      if (sizes[i] > 0) {
        all.add(
            new Tuple2<>(
                i,
                new Ids(
                    landed,
                    Arrays.copyOf(events[i], sizes[i]),
                    Arrays.copyOf(reads[i], landed ? sizes[i] : 0))));
      }
    }
    return all.iterator();
  }

  /** What repeats among all ids of one bucket. */
  static Found repeated(Iterable<Ids> bucket) {
    long[] ofBatch = sorted(bucket);
    List<long[]> events = new ArrayList<>();
    List<long[]> reads = new ArrayList<>();
    for (Ids ids : bucket) {
      if (ids.landed()) {
        int[] known = new int[ids.events().length];
        int count = 0;
        for (int i = 0; i < ids.events().length; i++) {
          if (Arrays.binarySearch(ofBatch, ids.events()[i]) >= 0) {
            known[count++] = i;
          }
        }
        events.add(picked(ids.events(), known, count));
        reads.add(picked(ids.reads(), known, count));
      }
    }
    return new Found(distinct(events), distinct(reads), twice(ofBatch));
  }

  /** All of these in order, each once. */
  static long[] distinct(List<long[]> parts) {
    return parts.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray();
  }

  private static long[] picked(long[] from, int[] indexes, int count) {
    long[] picked = new long[count];
    for (int i = 0; i < count; i++) {
      picked[i] = from[indexes[i]];
    }
    return picked;
  }

  private static long[] twice(long[] sorted) {
    long[] twice = new long[sorted.length];
    int count = 0;
    for (int i = 0; i < sorted.length; ) {
      int next = i + 1;
      while (next < sorted.length && sorted[next] == sorted[i]) {
        next++;
      }
      if (next - i > 1) {
        twice[count++] = sorted[i];
      }
      i = next;
    }
    return Arrays.copyOf(twice, count);
  }

  private static long[] sorted(Iterable<Ids> bucket) {
    int size = 0;
    for (Ids ids : bucket) {
      size += ids.landed() ? 0 : ids.events().length;
    }
    long[] all = new long[size];
    int at = 0;
    for (Ids ids : bucket) {
      if (!ids.landed()) {
        System.arraycopy(ids.events(), 0, all, at, ids.events().length);
        at += ids.events().length;
      }
    }
    Arrays.sort(all);
    return all;
  }
}
