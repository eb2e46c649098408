package io.platelake.core.match.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.match.outcome.VerificationOrder.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdjudicationTest {
  private static final Instant ALERT = Instant.parse("2026-06-01T10:00:00Z");
  private final List<AlertOutcome> outcomes = new ArrayList<>();

  @Test
  void shouldVerifyWhenEveryCheckAgreedAndTellHowLongItTook() {
    checks();
    said(OutcomeKind.STOP, 5, null, null);
    said(OutcomeKind.RESULT, 20, true, null);
    said(OutcomeKind.VEHICLE_RECOVERED, 30, null, null);
    Adjudication all = Adjudication.of(outcomes);
    assertEquals(Set.of(), all.faults());
    assertTrue(all.verified() && all.isConfirmed() && !all.stoppedUnverified());
    assertEquals(Optional.of(Duration.ofMinutes(4)), all.toVerify());
  }

  @Test
  void shouldTakeAnArrestForAStopWhenNoneIsOnRecord() {
    said(OutcomeKind.ARREST, 1, null, null);
    said(OutcomeKind.ARREST, 2, null, null);
    Adjudication arrested = Adjudication.of(outcomes);
    assertEquals(Set.of(Fault.STOP_UNVERIFIED), arrested.faults());
    assertTrue(arrested.stoppedUnverified());
    assertEquals(Optional.empty(), arrested.verdict());
  }

  @Test
  void shouldLetTheLastResultDecideThenAFailedCheckThenARecovery() {
    said(OutcomeKind.PLATE_RECOVERED, 9, null, null);
    assertTrue(Adjudication.of(outcomes).isConfirmed());
    said(OutcomeKind.PLATE_CHECK, 1, false, FalseCause.MISREAD);
    assertEquals(Optional.of(FalseCause.MISREAD), Adjudication.of(outcomes).cause());
    said(OutcomeKind.RESULT, 10, true, null);
    said(OutcomeKind.WRONG, 11, false, FalseCause.STALE);
    Adjudication last = Adjudication.of(outcomes);
    assertFalse(last.isConfirmed());
    assertEquals(Optional.of(FalseCause.STALE), last.cause());
    assertEquals(Set.of(Fault.REPEATED), last.faults());
  }

  @Test
  void shouldSayNothingOfAnAlertOfUnknownTimeBeingEarlierThanItsChecks() {
    outcomes.add(outcome(OutcomeKind.PLATE_CHECK, 0, true, null).withAlertAt(null));
    Adjudication open = Adjudication.of(outcomes);
    assertEquals(Set.of(), open.faults());
    assertFalse(open.verified());
    assertEquals(Optional.empty(), open.verdict());
    assertEquals(Optional.empty(), open.toVerify());
  }

  @Test
  void shouldHaveNoTimeToVerifyWithoutHavingBeenVerified() {
    Optional<Duration> some = Optional.of(Duration.ofMinutes(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Adjudication(1, Set.of(), Optional.empty(), false, some));
  }

  @Test
  void shouldCountWhatThereIsAndLeaveOutZeros() {
    checks();
    said(OutcomeKind.RESULT, 9, true, null);
    Adjudication confirmed = Adjudication.of(outcomes);
    outcomes.clear();
    said(OutcomeKind.STOP, 1, null, null);
    said(OutcomeKind.WRONG, 2, false, FalseCause.WRONG_STATE);
    Adjudication wrong = Adjudication.of(outcomes);
    assertEquals(
        Map.of(
            "adjudicated", 2L,
            "confirmed", 1L,
            "false_wrong_state", 1L,
            "verified", 1L,
            "stops_unverified", 1L,
            "seconds_to_verify_median", 240L),
        OutcomeMetrics.of(List.of(confirmed, wrong)));
    assertEquals(Map.of(), OutcomeMetrics.of(List.of()));
  }

  private void checks() {
    said(OutcomeKind.PLATE_CHECK, 1, true, null);
    said(OutcomeKind.STATE_CHECK, 2, true, null);
    said(OutcomeKind.VEHICLE_CHECK, 3, true, null);
    said(OutcomeKind.DISPATCH_CONFIRMATION, 4, true, null);
  }

  private void said(OutcomeKind kind, int minutes, Boolean confirmed, FalseCause cause) {
    outcomes.add(outcome(kind, minutes, confirmed, cause));
  }

  private AlertOutcome outcome(OutcomeKind kind, int minutes, Boolean confirmed, FalseCause cause) {
    Instant at = ALERT.plus(Duration.ofMinutes(minutes));
    return new AlertOutcome("o" + outcomes.size(), 1L, kind, at, ALERT, confirmed, cause);
  }
}
