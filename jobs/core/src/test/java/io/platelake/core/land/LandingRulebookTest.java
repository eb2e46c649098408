package io.platelake.core.land;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.PolicyReader;
import io.platelake.core.zone.GeoJsonZones;
import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.ZoneBuffers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of reads of four cameras on 2 June; a rally at the corner on the afternoon of 1
 * June.
 */
class LandingRulebookTest {
  private static final Instant NOON = Instant.parse("2026-06-02T12:00:00Z");
  private static final String RALLY =
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"zone_id": "rally", "kind": "event",
                       "effective_from": "2026-06-01T15:00:00Z",
                       "effective_to": "2026-06-01T18:00:00Z"},
        "geometry": {"type": "Point", "coordinates": [-122.9, 47.05]}}]}
      """;
  private static final CameraPositions CAMERAS =
      new CameraPositions(
          List.of(
              position("corner", "street", 47.05),
              position("scales", "weigh_station", 47.5),
              position("car", "mobile", 47.5),
              new Deployment(
                  "moved",
                  "street",
                  47.5,
                  -122.9,
                  Instant.parse("2026-06-02T09:00:00Z"),
                  Instant.parse("2026-06-02T11:00:00Z"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # camera | purpose  | captured             | own position | becomes
          corner   | criminal | 2026-06-02T08:00:00Z |              | KEPT
          corner   | cve      | 2026-06-02T08:00:00Z |              | QUARANTINED WRONG_SITE
          scales   | cve      | 2026-06-02T08:00:00Z |              | KEPT
          car      | criminal | 2026-06-02T08:00:00Z | yes          | KEPT
          car      | criminal | 2026-06-02T08:00:00Z |              | QUARANTINED NO_POSITION
          moved    | criminal | 2026-06-02T08:59:59Z |              | QUARANTINED NOT_DEPLOYED
          moved    | criminal | 2026-06-02T09:00:00Z |              | KEPT
          moved    | criminal | 2026-06-02T10:59:59Z |              | KEPT
          moved    | criminal | 2026-06-02T11:00:00Z |              | QUARANTINED NOT_DEPLOYED
          unknown  | criminal | 2026-06-02T08:00:00Z |              | QUARANTINED UNREGISTERED_CAMERA
          # a protected activity: while it goes on, and the next day
          corner   | criminal | 2026-06-01T14:59:59Z |              | KEPT
          corner   | criminal | 2026-06-01T15:00:00Z |              | EXCLUDED
          corner   | criminal | 2026-06-01T17:59:59Z |              | EXCLUDED
          corner   | criminal | 2026-06-01T18:00:00Z |              | KEPT
          """)
  void shouldGiveARead(
      String camera, String purpose, Instant captured, String own, String becomes) {
    assertEquals(becomes, words(rules(purpose).judge(read(camera, captured, own != null))));
  }

  @Test
  void shouldKeepTheCamerasPlaceOfAFixedReadAndTheReadsOwnPlaceOfAMobileOne() {
    Instant captured = Instant.parse("2026-06-02T08:00:00Z");
    LandingRulebook rules = rules("criminal");
    // 21 days, the longest that the policy keeps reads.
    Optional<Instant> expires = Optional.of(Instant.parse("2026-06-23T08:00:00Z"));
    assertEquals(
        new Judgement.Kept(47.05, -122.9, expires), rules.judge(read("corner", captured, true)));
    assertEquals(
        new Judgement.Kept(47.6, -122.9, expires), rules.judge(read("car", captured, true)));
  }

  @Test
  void shouldRefuseEveryReadOfAClosedDate() {
    LandingRulebook rules = rules("criminal", Set.of(LocalDate.parse("2026-06-02")));
    assertEquals(
        new Judgement.Rejected(LandingReason.CLOSED_DATE),
        rules.judge(read("corner", Instant.parse("2026-06-02T00:00:00Z"), false)));
    assertEquals(
        "KEPT", words(rules.judge(read("corner", Instant.parse("2026-06-01T23:59:59Z"), false))));
  }

  private static String words(Judgement judged) {
    if (judged instanceof Judgement.Kept) {
      return "KEPT";
    }
    return judged instanceof Judgement.Rejected rejected
        ? rejected.reason().fate() + " " + rejected.reason()
        : "EXCLUDED";
  }

  private static LandingRulebook rules(String purpose) {
    return rules(purpose, Set.of());
  }

  private static LandingRulebook rules(String purpose, Set<LocalDate> closed) {
    String text = PolicyFiles.waCity();
    ZoneBuffers buffers =
        new ZoneBuffers(
            PolicyReader.read(text, "wa-city").protectedPlaces().bufferMetresByKind(), 50);
    return new LandingRulebook(
        text,
        purpose,
        NOON,
        CAMERAS,
        Geofence.of(GeoJsonZones.read(RALLY, "rally.geojson", buffers)),
        closed);
  }

  private static Deployment position(String camera, String site, double lat) {
    return new Deployment(
        camera, site, lat, -122.9, Instant.parse("2026-01-01T00:00:00Z"), Deployment.OPEN);
  }

  private static CanonicalRead read(String camera, Instant captured, boolean placed) {
    return new CanonicalRead(
        "e1",
        camera,
        camera,
        captured,
        "ABC1234",
        "ABC1234",
        "WA",
        null,
        0.9,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        placed ? 47.6 : null,
        placed ? -122.9 : null,
        null);
  }
}
