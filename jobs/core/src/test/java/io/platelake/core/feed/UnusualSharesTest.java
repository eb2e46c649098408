package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import io.platelake.core.feed.rule.LandingShare;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnusualSharesTest {
  private static final FeedDefinition NORTH = Feeds.feed("openalpr", "");

  @Test
  void shouldFindMoreThanHalfWhereTheFeedSaysNothing() {
    assertEquals(Set.of(), found(NORTH, 10, 5));
    assertEquals(Set.of(LandingShare.QUARANTINED), found(NORTH, 10, 6));
    assertEquals(Set.of(LandingShare.QUARANTINED), found(NORTH, 1, 1));
    assertEquals(Set.of(), found(NORTH, 0, 0));
  }

  @Test
  void shouldTakeTheFeedsOwnShare() {
    FeedDefinition strict = Feeds.feed("openalpr", "unusual: {quarantined: 0.05}\n");
    assertEquals(Set.of(), found(strict, 100, 5));
    assertEquals(Set.of(LandingShare.QUARANTINED), found(strict, 100, 6));
    FeedDefinition never = Feeds.feed("openalpr", "unusual: {quarantined: 1}\n");
    assertEquals(Set.of(), found(never, 100, 100));
  }

  @Test
  void shouldTakeTheShareOfOnePlate() {
    assertEquals(0.1, NORTH.unusual().onePlate());
    FeedDefinition lot = Feeds.feed("openalpr", "unusual: {one_plate: 0.4}\n");
    assertEquals(0.4, lot.unusual().onePlate());
    assertEquals(Set.of(LandingShare.QUARANTINED), found(lot, 10, 6));
    BadInput word =
        assertThrows(BadInput.class, () -> Feeds.feed("openalpr", "unusual: {one_plate: 1.5}\n"));
    assertEquals(
        "north.yaml, line 5, key unusual.one_plate: is outside 0 to 1."
            + " Write 0.05 for five records in a hundred",
        word.getMessage());
  }

  @Test
  void shouldRefuseAShareThatIsNone() {
    BadInput percent =
        assertThrows(BadInput.class, () -> Feeds.feed("openalpr", "unusual: {quarantined: 5}\n"));
    assertEquals(
        "north.yaml, line 5, key unusual.quarantined: is outside 0 to 1."
            + " Write 0.05 for five records in a hundred",
        percent.getMessage());
  }

  @Test
  void shouldChangeItsDigestOnlyWithWhatItReads() {
    assertEquals(
        NORTH.digest(), Feeds.feed("openalpr", "# a note\nafter_landing: delete\n").digest());
    String camera = Feeds.feed("openalpr", "cameras: {prefix: n-}\n").digest();
    org.junit.jupiter.api.Assertions.assertNotEquals(NORTH.digest(), camera);
  }

  private static Set<LandingShare> found(FeedDefinition feed, long judged, long quarantined) {
    return feed.unusual()
        .exceeded(judged, Map.of(LandingShare.QUARANTINED, quarantined, LandingShare.REFUSED, 0L));
  }
}
