package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {
  @ParameterizedTest
  @CsvSource({
    "2026-05-01T08:00:00Z, 2026-05-02T08:00:00Z, true, LISTED",
    "2026-05-01T08:00:00Z, 2026-05-02T08:00:00Z, false, STALE",
    "2026-05-01T08:00:00Z, 2026-05-01T08:00:00.001Z, false, STALE",
    "2026-05-01T08:00:00Z, 2026-05-01T08:00:00Z, true, LISTED",
    "2026-05-01T08:00:00Z, 2026-05-01T08:00:00Z, false, LISTED",
    "2026-05-01T08:00:00Z, 2026-04-30T08:00:00Z, false, LISTED",
  })
  void shouldCallAHitStaleOnceANewerSnapshotLacksItsEntry(
      Instant hitSource, Instant newestSource, boolean inNewest, Listing expected) {
    assertEquals(expected, Listing.of(hitSource, newestSource, inNewest));
  }
}
