package io.platelake.app.land.repeats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdBucketsTest {
  @Test
  void shouldTellWhatAnotherBatchLandedFromWhatComesTwice() {
    IdBuckets.Found found =
        IdBuckets.repeated(
            List.of(
                new IdBuckets.Ids(false, new long[] {5, -1, 7, 7, 9}, new long[0]),
                new IdBuckets.Ids(true, new long[] {9, 1, 5, 9}, new long[] {90, 10, 50, 91}),
                new IdBuckets.Ids(false, new long[] {5, 3, -1}, new long[0])));
    assertArrayEquals(new long[] {5, 9}, found.landedEvents());
    assertArrayEquals(new long[] {50, 90, 91}, found.landedReads());
    assertArrayEquals(new long[] {-1, 5, 7}, found.twice());
  }

  @Test
  void shouldLoseNoIdAmongItsBuckets() {
    Random random = new Random(7);
    IdBuckets buckets = new IdBuckets(5, false);
    Map<Long, Integer> times = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      long id = random.nextInt(30_000) * 0x9E3779B97F4A7C15L;
      buckets.add(id);
      times.merge(id, 1, Integer::sum);
    }
    Set<Long> twice = new HashSet<>();
    long ids = 0;
    for (var bucket : (Iterable<scala.Tuple2<Integer, IdBuckets.Ids>>) buckets::all) {
      ids += bucket._2().events().length;
      for (long id : IdBuckets.repeated(List.of(bucket._2())).twice()) {
        twice.add(id);
      }
    }
    assertEquals(50_000, ids);
    Set<Long> expected = new HashSet<>();
    times.forEach(
        (id, n) -> {
          if (n > 1) {
            expected.add(id);
          }
        });
    assertEquals(expected, twice);
  }
}
