package io.platelake.core.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.PolicyReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotStatusTest {
  private static final Instant SOURCE = Instant.parse("2026-03-07T12:00:00Z");
  private static final Policy POLICY = PolicyReader.read(PolicyFiles.waCity(), "wa-city.yaml");

  @ParameterizedTest
  @CsvSource({
    "2026-03-07T12:00:00Z, IN_FORCE",
    "2026-03-08T11:59:59Z, IN_FORCE",
    "2026-03-08T12:00:00Z, IN_FORCE",
    "2026-03-08T12:00:01Z, STALE",
    "2026-03-07T11:55:00Z, IN_FORCE"
  })
  void shouldGoStaleAfterTwentyFourHoursOfTheSourcesTime(
      Instant asOf, SnapshotStatus.Use expected) {
    assertEquals(
        expected,
        SnapshotStatus.of(snapshot("criminal", "wa_dol", SOURCE), Optional.of(POLICY), asOf).use());
  }

  @Test
  void shouldNotUseAListThatThePolicyDoesNotName() {
    assertEquals(
        SnapshotStatus.Use.NOT_NAMED,
        SnapshotStatus.of(
                snapshot("criminal", "commercial_repo", SOURCE), Optional.of(POLICY), SOURCE)
            .use());
    assertEquals(
        SnapshotStatus.Use.NOT_NAMED,
        SnapshotStatus.of(snapshot("traffic", "wa_dol", SOURCE), Optional.of(POLICY), SOURCE)
            .use());
    assertEquals(
        SnapshotStatus.Use.NOT_NAMED,
        SnapshotStatus.of(snapshot("criminal", "wa_dol", SOURCE), Optional.empty(), SOURCE).use());
  }

  @Test
  void shouldTakeTheNewestSnapshotLoadedByThen() {
    Snapshot first = snapshot("criminal", "wa_dol", SOURCE);
    Snapshot second = snapshot("criminal", "wa_dol", SOURCE.plusSeconds(3600));
    List<Snapshot> both = List.of(first, second);
    assertEquals("IN_FORCE " + second.id(), current(both, 3600));
    assertEquals("IN_FORCE " + first.id(), current(both, 3599));
    assertEquals("", current(both, -1));
    assertEquals("SUPERSEDED IN_FORCE", history(both, 3600));
  }

  @Test
  void shouldUseTheLastApprovedWhileANewerOneWaits() {
    Snapshot first = snapshot("criminal", "wa_dol", SOURCE);
    Snapshot second = waiting(SOURCE.plusSeconds(60));
    Snapshot third = waiting(SOURCE.plusSeconds(120));
    List<Snapshot> all = List.of(first, second, third);
    assertEquals("IN_FORCE " + first.id() + " PROPOSED " + third.id(), current(all, 200));
    assertEquals("IN_FORCE PROPOSED PROPOSED", history(all, 200));
    Decision approval = decision(Decision.Kind.APPROVE, third.id(), 210);
    assertEquals("IN_FORCE " + first.id() + " PROPOSED " + third.id(), current(all, 209, approval));
    assertEquals("IN_FORCE " + third.id(), current(all, 210, approval));
    assertEquals("SUPERSEDED PROPOSED IN_FORCE", history(all, 210, approval));
  }

  @Test
  void shouldNameAPurposeWhoseOnlyListWaits() {
    Snapshot waiting = waiting(SOURCE);
    Snapshot used = snapshot("criminal", "wa_dol", SOURCE);
    assertEquals("criminal 1", gaps(List.of(waiting), 60));
    assertEquals("", gaps(List.of(used, waiting), 60));
    assertEquals("criminal 0", gaps(List.of(), 60));
    Decision withdrawn = decision(Decision.Kind.WITHDRAW, null, 30);
    assertEquals("criminal 0", gaps(List.of(used), 60, withdrawn));
  }

  @Test
  void shouldNotUseWhatWasWithdrawn() {
    Snapshot first = snapshot("criminal", "wa_dol", SOURCE);
    Snapshot second = snapshot("criminal", "wa_dol", SOURCE.plusSeconds(60));
    Snapshot later = snapshot("criminal", "wa_dol", SOURCE.plusSeconds(300));
    List<Snapshot> both = List.of(first, second);
    Decision one = decision(Decision.Kind.WITHDRAW, second.id(), 100);
    assertEquals("IN_FORCE " + second.id(), current(both, 99, one));
    assertEquals("IN_FORCE " + first.id(), current(both, 100, one));
    assertEquals("IN_FORCE WITHDRAWN", history(both, 100, one));
    Decision list = decision(Decision.Kind.WITHDRAW, null, 200);
    assertEquals("WITHDRAWN " + second.id(), current(both, 200, list));
    assertEquals("WITHDRAWN WITHDRAWN", history(both, 200, list));
    assertEquals("IN_FORCE " + later.id(), current(List.of(first, second, later), 300, list));
  }

  @Test
  void shouldKnowNoEntryOfASnapshotThatWasNeverUsed() {
    Snapshot first = snapshot("criminal", "wa_dol", SOURCE);
    Snapshot waiting = waiting(SOURCE.plusSeconds(60));
    Snapshot back = snapshot("criminal", "wa_dol", SOURCE.plusSeconds(120));
    Snapshot now = snapshot("criminal", "wa_dol", SOURCE.plusSeconds(180));
    List<Snapshot> all = List.of(first, waiting, back, now);
    assertEquals(back.id(), before(all, now, null));
    Decision withdrawn = decision(Decision.Kind.WITHDRAW, back.id(), 150);
    assertEquals(first.id(), before(all, now, null, withdrawn));
    assertEquals(first.id(), before(all, now, SOURCE.plusSeconds(119)));
    assertEquals("", before(all, first, null));
  }

  /** What was approved only when it was too old was never compared with anything. */
  @Test
  void shouldKnowNoEntryOfASnapshotThatWasApprovedTooLate() {
    Snapshot first = snapshot("criminal", "wa_dol", SOURCE);
    Snapshot waiting = waiting(SOURCE.plusSeconds(60));
    Snapshot now = snapshot("criminal", "wa_dol", SOURCE.plus(Duration.ofDays(3)));
    List<Snapshot> all = List.of(first, waiting, now);
    Decision inTime = decision(Decision.Kind.APPROVE, waiting.id(), 100);
    assertEquals(waiting.id(), before(all, now, null, inTime));
    assertEquals(waiting.id(), before(all, now, SOURCE.plusSeconds(100), inTime));
    assertEquals(first.id(), before(all, now, SOURCE.plusSeconds(99), inTime));
    Decision late = decision(Decision.Kind.APPROVE, waiting.id(), 2 * 86_400);
    assertEquals(first.id(), before(all, now, null, late));
  }

  private static String before(
      List<Snapshot> all, Snapshot now, Instant since, Decision... decisions) {
    Decisions taken = new Decisions(List.of(decisions), SOURCE.plus(Duration.ofDays(3)));
    return SnapshotStatuses.before(
            all, taken, List.of(now), Optional.ofNullable(since), Map.of("city-2", POLICY))
        .values()
        .stream()
        .map(Snapshot::id)
        .collect(Collectors.joining());
  }

  @Test
  void shouldKnowSinceWhenSnapshotsAreOfNoMoreUse() {
    Snapshot first = snapshot("criminal", "wa_dol", SOURCE);
    Snapshot second = snapshot("criminal", "wa_dol", SOURCE.plusSeconds(60));
    Snapshot waiting = waiting(SOURCE.plusSeconds(120));
    Snapshot later = waiting(SOURCE.plusSeconds(180));
    assertEquals("60 -", ends(List.of(first, second), 200));
    assertEquals("- -", ends(List.of(first, second), 59));
    Decision one = decision(Decision.Kind.WITHDRAW, second.id(), 100);
    assertEquals("60 -", ends(List.of(first, second), 99, one));
    // The first one counts again, so its time has not come yet.
    assertEquals("- 100", ends(List.of(first, second), 100, one));
    Decision list = decision(Decision.Kind.WITHDRAW, null, 110);
    assertEquals("110 100", ends(List.of(first, second), 110, one, list));
    assertEquals("60 110", ends(List.of(first, second), 110, list));
    // Another one had come by the time that its successor was withdrawn.
    Snapshot third = snapshot("criminal", "wa_dol", SOURCE.plusSeconds(90));
    assertEquals("60 90 -", ends(List.of(first, second, third), 100, one));
    assertEquals("- 100", ends(List.of(first, second), 200, one));
    // What waits for approval replaces nothing but what waits too.
    assertEquals("- 180 -", ends(List.of(first, waiting, later), 200));
    Decision approval = decision(Decision.Kind.APPROVE, waiting.id(), 190);
    assertEquals("190 - -", ends(List.of(first, waiting, later), 200, approval));
  }

  private static String ends(List<Snapshot> snapshots, long second, Decision... decisions) {
    Instant asOf = SOURCE.plusSeconds(second);
    Map<String, Optional<Instant>> ends =
        SnapshotEnds.of(snapshots, new Decisions(List.of(decisions), asOf), asOf);
    return snapshots.stream()
        .map(s -> ends.get(s.id()))
        .map(end -> end.map(at -> "" + Duration.between(SOURCE, at).toSeconds()).orElse("-"))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "IN_FORCE, active",
    "STALE, expired",
    "NOT_NAMED, approved",
    "PROPOSED, proposed",
    "SUPERSEDED, expired",
    "WITHDRAWN, withdrawn"
  })
  void shouldTellTheStageOfASnapshot(SnapshotStatus.Use use, String stage) {
    assertEquals(stage, use.stage());
  }

  /** Purposes that the policy lets use lists, and that have none in force: the first of them. */
  private static String gaps(List<Snapshot> snapshots, long second, Decision... decisions) {
    Instant asOf = SOURCE.plusSeconds(second);
    Map<String, Policy> policies = Map.of("city-2", POLICY);
    return ListGaps.of(
            policies,
            SnapshotStatuses.current(
                snapshots, new Decisions(List.of(decisions), asOf), policies, asOf))
        .stream()
        .filter(gap -> gap.purpose().equals("criminal"))
        .map(gap -> gap.purpose() + " " + gap.waiting())
        .collect(Collectors.joining(" "));
  }

  private static String current(List<Snapshot> snapshots, long second, Decision... decisions) {
    Instant asOf = SOURCE.plusSeconds(second);
    return SnapshotStatuses.current(
            snapshots, new Decisions(List.of(decisions), asOf), Map.of("city-2", POLICY), asOf)
        .stream()
        .map(s -> s.use().name() + " " + s.snapshot().id())
        .collect(Collectors.joining(" "));
  }

  private static String history(List<Snapshot> snapshots, long second, Decision... decisions) {
    Instant asOf = SOURCE.plusSeconds(second);
    return SnapshotStatuses.history(
            snapshots, new Decisions(List.of(decisions), asOf), Map.of("city-2", POLICY), asOf)
        .stream()
        .map(s -> s.use().name())
        .collect(Collectors.joining(" "));
  }

  private static Decision decision(Decision.Kind kind, String snapshot, long second) {
    return new Decision(
        "stolen",
        "city-2",
        kind,
        snapshot == null ? new Decision.WholeList() : new Decision.OneSnapshot(snapshot),
        Optional.empty(),
        "memo",
        SOURCE.plusSeconds(second),
        "tester");
  }

  private static Snapshot snapshot(String purpose, String source, Instant at) {
    return snapshot(purpose, source, at, null);
  }

  private static Snapshot waiting(Instant at) {
    return snapshot("criminal", "wa_dol", at, "alpr_administrator");
  }

  private static Snapshot snapshot(String purpose, String source, Instant at, String approval) {
    return new Snapshot(
        "s-" + at,
        "stolen",
        "city-2",
        "city-2",
        purpose,
        source,
        at,
        at,
        3,
        false,
        Optional.ofNullable(approval));
  }
}
