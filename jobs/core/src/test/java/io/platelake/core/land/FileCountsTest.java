package io.platelake.core.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileCountsTest {
  private static final Instant EIGHT = Instant.parse("2026-06-02T08:00:00Z");

  @Test
  void shouldCountEveryRecordOnceAfterSomeWereJudgedAgain() {
    FileCounts first =
        counts(
            10,
            Map.of(Fate.KEPT, 6L, Fate.REFUSED, 1L, Fate.QUARANTINED, 3L),
            Map.of("EXPIRED", 1L),
            Map.of("NO_TIME", 2L, "MALFORMED", 1L),
            EIGHT);
    FileCounts again =
        counts(
            4,
            Map.of(Fate.KEPT, 1L, Fate.DUPLICATE, 1L, Fate.REFUSED, 1L, Fate.QUARANTINED, 1L),
            Map.of("EXPIRED", 1L),
            Map.of("BAD_PLATE", 1L),
            EIGHT.minusSeconds(60));
    // Of the two records one has become three: a list of reads that the mapping did not know.
    FileCounts now = first.judgedAgain(again, Map.of("NO_TIME", 1L, "MALFORMED", 1L));
    assertEquals(12, now.records());
    assertEquals(
        "{KEPT=7, EXCLUDED=0, REFUSED=2, DUPLICATE=1, QUARANTINED=2}", now.fates().toString());
    assertEquals("{EXPIRED=2}", now.refusedBy().toString());
    assertEquals("{BAD_PLATE=1, NO_TIME=1}", now.quarantinedBy().toString());
    assertEquals(Optional.of(EIGHT.minusSeconds(60)), now.firstCapture());
  }

  @Test
  void shouldRefuseAnAccountThatDoesNotAddUp() {
    assertThrows(
        IllegalStateException.class,
        () -> counts(3, Map.of(Fate.KEPT, 2L), Map.of(), Map.of(), EIGHT));
  }

  @Test
  void shouldKnowWhetherAnythingOfTheFileStays() {
    assertTrue(
        counts(2, Map.of(Fate.QUARANTINED, 2L), Map.of(), Map.of("X", 2L), EIGHT).keptNothing());
    assertFalse(
        counts(2, Map.of(Fate.QUARANTINED, 1L, Fate.EXCLUDED, 1L), Map.of(), Map.of("X", 1L), EIGHT)
            .keptNothing());
  }

  private static FileCounts counts(
      long records,
      Map<Fate, Long> fates,
      Map<String, Long> refused,
      Map<String, Long> quarantined,
      Instant first) {
    return new FileCounts(
        records, fates, refused, quarantined, 0, ImageCount.NONE, Optional.of(first));
  }
}
