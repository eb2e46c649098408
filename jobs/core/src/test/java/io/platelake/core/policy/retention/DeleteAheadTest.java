package io.platelake.core.policy.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteAheadTest {
  private static final Period LIMIT = new Period(21, Unit.DAYS);
  private static final Duration HORIZON = Duration.ofHours(30);

  @ParameterizedTest
  @CsvSource({
    // a read of 1 June 10:00 expires on 22 June 10:00; 30 hours before is 21 June 04:00
    "2026-06-21T03:59:59Z, 30, false",
    "2026-06-21T04:00:00Z, 30, true",
    "2026-06-21T04:00:01Z, 30, true",
    "2026-06-22T09:59:59Z, 0, false",
    "2026-06-22T10:00:00Z, 0, true"
  })
  void shouldTakeWhatExpiresWithinTheHorizon(Instant asOf, int hours, boolean due) {
    assertEquals(
        due,
        DeleteAhead.due(
            Instant.parse("2026-06-01T10:00:00Z"), LIMIT, asOf, Duration.ofHours(hours)));
  }

  /** Nightly runs, each up to the grace late: whatever second a read is from, it goes in time. */
  @Property
  void shouldNeverLetARowOverstayBetweenTwoRuns(
      @ForAll @IntRange(max = 86_399) int captureSecond,
      @ForAll @IntRange(max = 86_399) int runSecond,
      @ForAll @IntRange(max = 6 * 3_600) int late) {
    Instant capture = Instant.parse("2026-06-01T00:00:00Z").plusSeconds(captureSecond);
    Instant run = Instant.parse("2026-06-01T00:00:00Z").plusSeconds(runSecond);
    while (!DeleteAhead.due(capture, LIMIT, run, HORIZON)) {
      run = run.plus(Duration.ofHours(24));
    }
    Instant finished = run.plusSeconds(late);
    Instant expires = Retention.expiresAt(capture, LIMIT);
    assertFalse(finished.isAfter(expires), "finished " + finished + ", expired " + expires);
    // and not needlessly early: the run before would have been able to leave it
    assertTrue(run.plus(HORIZON).isBefore(expires.plus(Duration.ofHours(24))));
  }

  @Example
  void shouldRefuseANegativeHorizon() {
    assertThrows(
        IllegalArgumentException.class,
        () -> DeleteAhead.due(Instant.EPOCH, LIMIT, Instant.EPOCH, Duration.ofSeconds(-1)));
  }
}
