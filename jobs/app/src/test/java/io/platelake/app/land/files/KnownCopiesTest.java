package io.platelake.app.land.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.ledger.site.RawFileEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownCopiesTest {
  private static final Instant AT = Instant.parse("2026-06-02T11:00:00.123Z");

  @Test
  void shouldKnowAFileByFolderSizeAndTimeAlone() {
    KnownCopies known =
        KnownCopies.of(List.of(kept("north", "d1", 10, "in", Optional.of(AT))), "north");
    assertEquals(Optional.of("d1"), known.find("in", copy(10, AT)));
    assertEquals(Optional.empty(), known.find("other", copy(10, AT)));
    assertEquals(Optional.empty(), known.find("in", copy(11, AT)));
    assertEquals(Optional.empty(), known.find("in", copy(10, AT.plusMillis(1))));
  }

  @Test
  void shouldNotKnowFilesOfOtherFeedsOrOfUnknownTime() {
    List<RawFileEvent> lying =
        List.of(
            kept("south", "d1", 10, "in", Optional.of(AT)),
            kept("north", "d2", 20, "in", Optional.empty()));
    KnownCopies known = KnownCopies.of(lying, "north");
    assertEquals(Optional.empty(), known.find("in", copy(10, AT)));
    assertEquals(Optional.empty(), known.find("in", copy(20, AT)));
  }

  @Test
  void shouldNotGuessBetweenTwoFiles() {
    List<RawFileEvent> lying =
        List.of(
            kept("north", "d1", 10, "in", Optional.of(AT)),
            kept("north", "d2", 10, "in", Optional.of(AT)),
            kept("north", "d3", 10, "in", Optional.of(AT)));
    assertEquals(Optional.empty(), KnownCopies.of(lying, "north").find("in", copy(10, AT)));
  }

  private static RawFile.Copy copy(long bytes, Instant modified) {
    return new RawFile.Copy("file:/in/a", bytes, modified.toEpochMilli());
  }

  private static RawFileEvent kept(
      String feed, String digest, long bytes, String folder, Optional<Instant> modified) {
    return new RawFileEvent(
        feed,
        "city-2",
        "criminal",
        digest,
        bytes,
        RawFileEvent.Event.KEPT,
        folder,
        Optional.empty(),
        modified);
  }
}
