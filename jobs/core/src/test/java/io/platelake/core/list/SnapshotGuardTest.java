package io.platelake.core.list;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotGuardTest {
  private static final Instant AS_OF = Instant.parse("2026-11-02T12:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        // source time, entries, entries before, source time before, why refused
        "2026-11-02T11:00:00Z, 100, none, none, none",
        "2026-11-01T12:00:00Z, 100, none, none, none",
        "2026-11-01T11:59:59Z, 100, none, none, is 24h1s before",
        "2026-11-02T12:05:00Z, 100, none, none, none",
        "2026-11-02T12:05:01Z, 100, none, none, lies 5m1s after",
        "2026-11-02T11:00:00Z, 0, none, none, no entry that the policy accepts",
        "2026-11-02T11:00:00Z, 0, 0, none, no entry that the policy accepts",
        "2026-11-02T11:00:00Z, 7, 100, none, none",
        "2026-11-02T11:00:00Z, 6, 100, none, 6 entries where the snapshot in force has 100",
        "2026-11-02T11:00:00Z, 1, 0, none, none",
        "2026-11-02T11:00:00Z, 100, 100, 2026-11-02T11:00:00Z, none",
        "2026-11-02T11:00:00Z, 100, 100, 2026-11-02T10:59:59Z, none",
        "2026-11-02T11:00:00Z, 100, 100, 2026-11-02T11:00:01Z, of the list's newest snapshot",
      })
  void shouldRefuseWhatIsNoUpdate(
      Instant sourceTime, long entries, Long before, Instant sourceTimeBefore, String why) {
    if (why == null) {
      assertDoesNotThrow(() -> check(sourceTime, entries, before, sourceTimeBefore));
      return;
    }
    var error =
        assertThrows(Refusal.class, () -> check(sourceTime, entries, before, sourceTimeBefore));
    assertTrue(error.getMessage().startsWith("hot list stolen: "), error.getMessage());
    assertTrue(error.getMessage().contains(why), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T12:00:01Z, true",
    "2026-11-01T12:00:00Z, true",
    "2026-11-01T11:59:59.999999999Z, false",
    "2026-11-01T11:59:59Z, false",
    "2026-11-02T12:00:30Z, true",
  })
  void shouldUseAListUntilItIsExactlyTooOld(Instant sourceTime, boolean usable) {
    assertEquals(usable, Freshness.usable(sourceTime, AS_OF, DAY));
  }

  @Test
  void shouldCountHoursAcrossAClockChange() {
    // In Washington the night to 1 November 2026 has 25 hours; the limit is elapsed time.
    Instant noonBefore = Instant.parse("2026-10-31T19:00:00Z");
    Instant noonAfter = Instant.parse("2026-11-01T20:00:00Z");
    assertEquals(false, Freshness.usable(noonBefore, noonAfter, DAY));
    assertEquals(true, Freshness.usable(noonBefore, noonAfter.minusSeconds(3600), DAY));
  }

  @Test
  void shouldRefuseAShareThatIsNone() {
    for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> new UpdateLimits(DAY, share, Duration.ZERO));
    }
  }

  private static void check(
      Instant sourceTime, long entries, Long before, Instant sourceTimeBefore) {
    new SnapshotGuard(new UpdateLimits(DAY, 0.07, Duration.ofMinutes(5)), AS_OF)
        .check(
            new OfferedSnapshot("stolen", sourceTime, entries),
            new CurrentSnapshots(
                Optional.ofNullable(sourceTimeBefore).map(at -> snapshot(at, 0)),
                Optional.ofNullable(before).map(held -> snapshot(AS_OF, held))));
  }

  private static Snapshot snapshot(Instant at, long entries) {
    return new Snapshot(
        "s-1",
        "stolen",
        "city-2",
        "city-2",
        "criminal",
        "wa_dol",
        at,
        at,
        entries,
        false,
        Optional.empty());
  }
}
