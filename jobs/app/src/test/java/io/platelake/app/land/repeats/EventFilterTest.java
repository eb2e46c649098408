package io.platelake.app.land.repeats;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.util.sketch.BloomFilter;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class EventFilterTest {
  private static final int BUCKETS = 7;

  @Test
  void shouldHaveEveryEventOfTheBatchAndFewOthers() {
    Random random = new Random(11);
    long[] own = random.longs(20_000).toArray();
    IdBuckets ids = new IdBuckets(BUCKETS, false);
    for (long event : own) {
      ids.add(event);
    }
    List<Tuple2<Integer, BloomFilter>> filters = new ArrayList<>();
    ids.all()
        .forEachRemaining(
            bucket ->
                filters.add(
                    new Tuple2<>(
                        bucket._1(), EventFilter.ofBucket(List.of(bucket._2().events())))));
    EventFilter filter = EventFilter.of(filters, BUCKETS);

    for (long event : own) {
      assertTrue(filter.mayHave(event));
    }
    long others = random.longs(20_000).filter(filter::mayHave).count();
    assertTrue(others < 1_000, others + " of 20,000 strangers");
  }

  @Test
  void shouldHaveNothingOfABucketWithoutEvents() {
    assertFalse(EventFilter.of(List.of(), BUCKETS).mayHave(42));
  }
}
