package io.platelake.app.land.repeats;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may repeat, in order.
 *
 * @param events events that have landed, or occur twice
 * @param landedEvents those that have landed
 * @param landedReads reads that have landed
 */
record Suspects(long[] events, long[] landedEvents, long[] landedReads) implements Serializable {
  static Suspects of(List<IdBuckets.Found> found) {
    return new Suspects(
        IdBuckets.distinct(
            found.stream().flatMap(f -> Stream.of(f.landedEvents(), f.twice())).toList()),
        IdBuckets.distinct(found.stream().map(IdBuckets.Found::landedEvents).toList()),
        IdBuckets.distinct(found.stream().map(IdBuckets.Found::landedReads).toList()));
  }

  boolean isEmpty() {
    return events.length == 0;
  }

  boolean isLanded(long read, long former) {
    return Arrays.binarySearch(landedReads, read) >= 0
        || former != 0 && Arrays.binarySearch(landedReads, former) >= 0;
  }
}
