package io.platelake.app.hotlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.TestPolicies;
import io.platelake.app.policy.Adopted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
  private static final Instant SOURCE = Instant.parse("2026-03-07T12:00:00Z");
  private static final Adopted POLICY = TestPolicies.waCity("city-2");

  @ParameterizedTest
  @CsvSource({
    "2026-03-07T12:00:00Z, IN_FORCE",
    "2026-03-08T11:59:59Z, IN_FORCE",
    "2026-03-08T12:00:00Z, IN_FORCE",
    "2026-03-08T12:00:01Z, STALE",
    "2026-03-07T11:55:00Z, IN_FORCE"
  })
  void shouldGoStaleAfterTwentyFourHoursOfTheSourcesTime(Instant asOf, Standing.Use expected) {
    assertEquals(expected, Standing.of(snapshot("criminal", "wa_dol", SOURCE), POLICY, asOf).use());
  }

  @Test
  void shouldNotUseAListThatThePolicyDoesNotName() {
    assertEquals(
        Standing.Use.NOT_NAMED,
        Standing.of(snapshot("criminal", "commercial_repo", SOURCE), POLICY, SOURCE).use());
    assertEquals(
        Standing.Use.NOT_NAMED,
        Standing.of(snapshot("traffic", "wa_dol", SOURCE), POLICY, SOURCE).use());
    assertEquals(
        Standing.Use.NOT_NAMED,
        Standing.of(snapshot("criminal", "wa_dol", SOURCE), null, SOURCE).use());
  }

  @Test
  void shouldTakeTheNewestSnapshotLoadedByThen() {
    Snapshot first = snapshot("criminal", "wa_dol", SOURCE);
    Snapshot second = snapshot("criminal", "wa_dol", SOURCE.plusSeconds(3600));
    List<Snapshot> both = List.of(first, second);
    assertEquals(List.of(second), SnapshotLedger.newest(both, SOURCE.plusSeconds(3600)));
    assertEquals(List.of(first), SnapshotLedger.newest(both, SOURCE.plusSeconds(3599)));
    assertEquals(List.of(), SnapshotLedger.newest(both, SOURCE.minusSeconds(1)));
  }

  private static Snapshot snapshot(String purpose, String source, Instant at) {
    return new Snapshot("s-" + at, "stolen", "city-2", purpose, source, at, at, 3, false);
  }
}
