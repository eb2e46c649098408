package io.platelake.core.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.FeedParser;
import io.platelake.core.land.CameraPositions;
import io.platelake.core.land.Deployment;
import io.platelake.core.land.Fate;
import io.platelake.core.land.LandingRulebook;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.zone.Geofence;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrialLandingTest {
  private static final FeedDefinition FEED =
      FeedDefinition.read(
          """
          id: north
          agency: city-2
          purpose: criminal
          mapping:
            format: csv
            header: names
            fields: {plate: Plate, captured_at: Time, camera: Cam, state: State}
          """,
          "north.yaml");

  private static final String FILE =
      """
      Plate,Time,Cam,State
      TST0001,2026-06-02T08:00:00Z,corner,WA
      TST0001,2026-06-02T08:00:00Z,corner,WA
      TST0002,noon,corner,WA
      ,2026-06-02T08:01:00Z,corner,
      TST0003,2026-06-02T08:02:00Z,elsewhere,
      TST0004,2020-06-02T08:02:00Z,corner,OR
      """;

  @Test
  void shouldShowWhatTheFeedFileMakesOfTheRecords() {
    TrialLanding trial = trial(Optional.empty());
    assertEquals(
        Map.of(Fate.KEPT, 3L, Fate.DUPLICATE, 1L, Fate.QUARANTINED, 1L, Fate.REFUSED, 1L),
        trial.counts().fates());
    assertEquals(
        List.of(
            new TrialCause(
                "NO_TIME captured_at (Time): its text is no time of the mapped format",
                1,
                "day.csv",
                4)),
        trial.counts().causes(Fate.QUARANTINED));
    assertEquals(Map.of("NO_PLATE", 1L), codes(trial, Fate.REFUSED));
    assertEquals(4, trial.counts().reads());
    assertEquals(3, trial.counts().filled().get("state"));
    assertEquals(0, trial.counts().filled().get("confidence"));
  }

  @Test
  void shouldJudgeByPolicyAndCameras() {
    TrialLanding trial = trial(Optional.of(rules()));
    assertEquals(Map.of("NO_TIME", 1L, "UNREGISTERED_CAMERA", 1L), codes(trial, Fate.QUARANTINED));
    assertEquals(Map.of("IMPLAUSIBLE_TIME", 1L, "NO_PLATE", 1L), codes(trial, Fate.REFUSED));
    assertEquals(1, trial.counts().fates().get(Fate.KEPT));
    assertEquals(Map.of("elsewhere", 1L), trial.counts().unregistered());
  }

  @Test
  void shouldCountFaultsThatTheFirstOneHides() {
    TrialCounts counts =
        trial(
                """
                Plate,Time,Cam,State
                0123456789abcdef,2026-06-02T08:00:00Z,corner,
                0123456789abcdef,noon,corner,
                0123456789abcdef,noon,,
                TST0001,noon,,
                TST0001,noon,corner,
                """,
                Optional.empty())
            .counts();
    assertEquals(
        Map.of(
            "BAD_PLATE plate (Plate): its text has more than 12 letters and digits",
            3L,
            "NO_TIME captured_at (Time): its text is no time of the mapped format",
            2L),
        counts.reasons(Fate.QUARANTINED));
    assertEquals(2, counts.alsoWithoutTime());
    assertEquals(2, counts.alsoWithoutCamera());
  }

  @Test
  void shouldShowPlatesOnRequestOnly() {
    List<TrialRecord> first = trial(Optional.empty()).first();
    assertEquals(
        "2026-06-02T08:00:00Z  camera corner  plate AAA9999  state WA", first.get(0).line(false));
    assertTrue(first.get(0).line(true).contains("plate TST0001"));
    assertTrue(first.get(2).line(true).startsWith("NO_TIME captured_at "));
    assertEquals(List.of(2L, 3L, 4L), first.stream().map(TrialRecord::line).toList());
    assertFalse(first.toString().contains("TST"));
  }

  private static TrialLanding trial(Optional<LandingRulebook> rules) {
    return trial(FILE, rules);
  }

  private static TrialLanding trial(String file, Optional<LandingRulebook> rules) {
    TrialLanding trial = new TrialLanding(FEED, rules, 3);
    trial.begin("day.csv");
    FeedParser.of(FEED, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
        .forEachRemaining(trial::take);
    return trial;
  }

  /** Reasons without the words for the field. */
  private static Map<String, Long> codes(TrialLanding trial, Fate fate) {
    Map<String, Long> codes = new TreeMap<>();
    trial.counts().reasons(fate).forEach((reason, n) -> codes.put(reason.replaceAll(" .+", ""), n));
    return codes;
  }

  private static LandingRulebook rules() {
    Deployment corner =
        new Deployment(
            "corner",
            "street",
            47.05,
            -122.9,
            Instant.parse("2026-01-01T00:00:00Z"),
            Deployment.OPEN);
    return new LandingRulebook(
        PolicyFiles.text("policies/wa-city.yaml"),
        "criminal",
        Instant.parse("2026-06-02T12:00:00Z"),
        new CameraPositions(List.of(corner)),
        Geofence.of(List.of()),
        Set.of());
  }
}
