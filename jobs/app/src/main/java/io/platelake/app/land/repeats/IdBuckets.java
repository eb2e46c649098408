package io.platelake.app.land.repeats;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/**
 * Read ids parted into buckets, so that equal ones meet. They are bits of a SHA-256, so buckets are
 * equally full.
 */
final class IdBuckets {
  /**
   * Ids of one bucket from one task.
   *
   * @param landed whether another batch has landed them
   */
  record Ids(boolean landed, long[] ids) implements Serializable {}

  /**
   * What a bucket has found, in order.
   *
   * @param landed ids of the batch that another batch has landed
   * @param twice other ids that occur twice in the batch
   */
  record Found(long[] landed, long[] twice) implements Serializable {}

  private final boolean landed;
  private final long[][] ids;
  private final int[] sizes;

  IdBuckets(int buckets, boolean landed) {
    this.landed = landed;
    this.ids = new long[buckets][1024];
    this.sizes = new int[buckets];
  }

  void add(long id) {
    int bucket = (int) Long.remainderUnsigned(id, ids.length);
    if (sizes[bucket] == ids[bucket].length) {
      ids[bucket] = Arrays.copyOf(ids[bucket], 2 * sizes[bucket]);
    }
    ids[bucket][sizes[bucket]++] = id;
  }

  Iterator<Tuple2<Integer, Ids>> all() {
    List<Tuple2<Integer, Ids>> all = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      if (sizes[i] > 0) {
        all.add(new Tuple2<>(i, new Ids(landed, Arrays.copyOf(ids[i], sizes[i]))));
      }
    }
    return all.iterator();
  }

  /** What repeats among all ids of one bucket. */
  static Found repeated(Iterable<Ids> bucket) {
    long[] ofBatch = sorted(bucket, false);
    long[] ofOthers = sorted(bucket, true);
    long[] known = new long[ofBatch.length];
    long[] twice = new long[ofBatch.length];
    int knownCount = 0;
    int twiceCount = 0;
    int other = 0;
    for (int i = 0; i < ofBatch.length; ) {
      int next = i + 1;
      while (next < ofBatch.length && ofBatch[next] == ofBatch[i]) {
        next++;
      }
      while (other < ofOthers.length && ofOthers[other] < ofBatch[i]) {
        other++;
      }
      if (other < ofOthers.length && ofOthers[other] == ofBatch[i]) {
        known[knownCount++] = ofBatch[i];
      } else if (next - i > 1) {
        twice[twiceCount++] = ofBatch[i];
      }
      i = next;
    }
    return new Found(Arrays.copyOf(known, knownCount), Arrays.copyOf(twice, twiceCount));
  }

  private static long[] sorted(Iterable<Ids> bucket, boolean landed) {
    int size = 0;
    for (Ids ids : bucket) {
      size += ids.landed() == landed ? ids.ids().length : 0;
    }
    long[] all = new long[size];
    int at = 0;
    for (Ids ids : bucket) {
      if (ids.landed() == landed) {
        System.arraycopy(ids.ids(), 0, all, at, ids.ids().length);
        at += ids.ids().length;
      }
    }
    Arrays.sort(all);
    return all;
  }
}
