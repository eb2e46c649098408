package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A damaged file between two whole ones, all joined: the whole ones lose no read. */
class DamageStaysLocalTest {
  private static final int RUNS = 100;

  static List<Maker> makers() {
    return Maker.all();
  }

  @ParameterizedTest
  @MethodSource("makers")
  void shouldLoseNoReadOfItsNeighbours(Maker maker) {
    FeedDefinition feed = maker.feed();
    for (Path sample : maker.samples()) {
      byte[] whole = Maker.bytes(sample);
      // After a colon at the end of a line an array may follow, or the next file that is one:
      // nobody can tell these apart.
      int allowed = whole[0] == '[' ? RUNS / 100 : 0;
      int losses = 0;
      Random random = new Random(4);
      for (int run = 0; run < RUNS; run++) {
        losses += losesARead(feed, whole, Mutations.damaged(whole, random)) ? 1 : 0;
      }
      int lost = losses;
      assertTrue(lost <= allowed, () -> sample.getFileName() + " lost reads " + lost + " times");
    }
  }

  private static boolean losesARead(FeedDefinition feed, byte[] whole, byte[] damaged) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(whole);
    joined.write('\n');
    joined.writeBytes(damaged);
    joined.write('\n');
    int last = joined.size();
    joined.writeBytes(whole);
    long expected = 2 * reads(Feeds.outcomes(feed, whole), 0, Integer.MAX_VALUE);
    List<RecordResult> all = Feeds.outcomes(feed, joined.toByteArray());
    long kept = reads(all, 0, whole.length) + reads(all, last, Integer.MAX_VALUE);
    return kept < expected;
  }

  private static long reads(List<RecordResult> outcomes, long from, long to) {
    return outcomes.stream()
        .filter(o -> o.parsed() instanceof ParsedRead.Read)
        .filter(o -> o.raw().offset() >= from && o.raw().offset() < to)
        .count();
  }
}
