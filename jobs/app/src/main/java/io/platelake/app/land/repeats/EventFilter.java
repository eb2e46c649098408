package io.platelake.app.land.repeats;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.util.sketch.BloomFilter;
import scala.Tuple2;

/** Which events a batch may have: a filter for each bucket of ids, none for an empty one. */
final class EventFilter implements Serializable {
  /** Share of the ids of other batches that travel although the batch does not have them. */
  private static final double FALSE_SUSPECTS = 0.02;

  private final BloomFilter[] buckets;

  private EventFilter(BloomFilter[] buckets) {
    this.buckets = buckets;
  }

  /**
   * @param filters bucket to its filter
   */
  static EventFilter of(List<Tuple2<Integer, BloomFilter>> filters, int buckets) {
    BloomFilter[] all = new BloomFilter[buckets];
    filters.forEach(one -> all[one._1()] = one._2());
    return new EventFilter(all);
  }

  /** The filter of the ids of one bucket. */
  static BloomFilter ofBucket(List<long[]> parts) {
    long ids = parts.stream().mapToLong(part -> part.length).sum();
    BloomFilter filter = BloomFilter.create(Math.max(1, ids), FALSE_SUSPECTS);
    for (long[] part : parts) {
      for (long id : part) {
        filter.putLong(id);
      }
    }
    return filter;
  }

  /** Whether the batch may have the event; never no when it has. */
  boolean mayHave(long event) {
    BloomFilter filter = buckets[IdBuckets.bucketOf(event, buckets.length)];
    return filter != null && filter.mightContainLong(event);
  }
}
