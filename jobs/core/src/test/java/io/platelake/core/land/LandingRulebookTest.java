package io.platelake.core.land;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.PolicyReader;
import io.platelake.core.record.Reason;
import io.platelake.core.zone.GeoJsonZones;
import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.ProtectedPlace;
import io.platelake.core.zone.ZoneBuffers;
import java.time.Duration;
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
              position("car", "mobile", null),
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
          # a clock up to ten minutes ahead is believed; one a year behind is not
          corner   | criminal | 2026-06-02T12:10:00Z |              | KEPT
          corner   | criminal | 2026-06-02T12:10:01Z |              | REFUSED FUTURE
          corner   | criminal | 2025-06-02T12:00:01Z |              | REFUSED EXPIRED
          corner   | criminal | 2025-06-02T12:00:00Z |              | REFUSED IMPLAUSIBLE_TIME
          # 21 days; the next purge can be as late as 30 hours from now
          corner   | criminal | 2026-05-12T12:00:00Z |              | REFUSED EXPIRED
          corner   | criminal | 2026-05-12T12:00:01Z |              | REFUSED EXPIRES_BEFORE_PURGE
          corner   | criminal | 2026-05-13T18:00:00Z |              | REFUSED EXPIRES_BEFORE_PURGE
          corner   | criminal | 2026-05-13T18:00:01Z |              | KEPT
          # a clock that is wrong or late is told before everything else
          unknown  | criminal | 2026-06-02T12:10:01Z |              | REFUSED FUTURE
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

  @Test
  void shouldRefuseAMobileReadWithoutAPositionWhereThePolicySaysSo() {
    String strict =
        PolicyFiles.waCity()
            .replace(
                "missing_position:\n    action: quarantine",
                "missing_position:\n    action: refuse");
    Instant captured = Instant.parse("2026-06-02T08:00:00Z");
    LandingRulebook rules = rules(strict, "criminal", Set.of());
    assertEquals("REFUSED POSITION_REQUIRED", words(rules.judge(read("car", captured, false))));
    assertEquals("KEPT", words(rules.judge(read("car", captured, true))));
  }

  @Test
  void shouldNeedAUsablePositionOfAMobileCameraAlone() {
    Instant captured = Instant.parse("2026-06-02T08:00:00Z");
    LandingRulebook rules = rules("criminal");
    for (MappedField field : List.of(MappedField.LAT, MappedField.LON)) {
      assertEquals("QUARANTINED BAD_POSITION", words(rules.judge(unclear("car", captured, field))));
      assertEquals("KEPT", words(rules.judge(unclear("corner", captured, field))));
    }
    assertEquals(
        "QUARANTINED NO_POSITION",
        words(rules.judge(unclear("car", captured, MappedField.CONFIDENCE))));
  }

  private static ParsedRead.Read unclear(String camera, Instant captured, MappedField field) {
    return new ParsedRead.Read(read(camera, captured, false), List.of(), Set.of(field), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # camera | captured             | lat   | place
          corner   | 2026-06-01T16:00:00Z |       | rally
          corner   | 2026-06-01T18:00:00Z |       |
          car      | 2026-06-01T16:00:00Z |       |
          car      | 2026-06-01T16:00:00Z | 47.05 | rally
          unknown  | 2026-06-01T16:00:00Z | 47.05 | rally
          unknown  | 2026-06-01T16:00:00Z | 47.5  |
                   | 2026-06-01T16:00:00Z | 47.05 | rally
          # without an instant it counts as captured now, when there is no rally
          corner   |                      |       |
          """)
  void shouldFindThePlaceOfADamagedRecord(
      String camera, Instant captured, Double lat, String place) {
    ParsedRead.Defect defect =
        new ParsedRead.Defect(
            Reason.BAD_PLATE, "plate", captured, camera, lat, lat == null ? null : -122.9);
    assertEquals(
        Optional.ofNullable(place),
        rules("criminal").protectedPlace(defect).map(ProtectedPlace::zoneId));
  }

  @Test
  void shouldExcludeAReadWhoseOwnPositionIsProtectedWhoeverMadeIt() {
    CanonicalRead stranger = at(47.05, "unknown", Instant.parse("2026-06-01T16:00:00Z"));
    assertEquals("EXCLUDED", words(rules("criminal").judge(stranger)));
  }

  @Test
  void shouldKeepAPictureNoLongerThanItsReadAndARecordInQuarantineForItsOwnLimit() {
    Instant captured = Instant.parse("2026-06-02T08:00:00Z");
    LandingRulebook rules = rules("criminal");
    Optional<Instant> read = Optional.of(Instant.parse("2026-06-23T08:00:00Z"));
    assertEquals(read, rules.imagesExpire(captured));
    // Seven days from landing, but no longer than the read.
    Optional<Instant> week = Optional.of(NOON.plus(Duration.ofDays(7)));
    assertEquals(week, rules.quarantineExpires(Optional.of(captured)));
    assertEquals(week, rules.quarantineExpires(Optional.empty()));
    assertEquals(
        Optional.of(Instant.parse("2026-06-05T08:00:00Z")),
        rules.quarantineExpires(Optional.of(Instant.parse("2026-05-15T08:00:00Z"))));
  }

  private static String words(Judgement judged) {
    return judged instanceof Judgement.Rejected rejected
        ? judged.fate() + " " + rejected.reason()
        : judged.fate().name();
  }

  private static LandingRulebook rules(String purpose) {
    return rules(purpose, Set.of());
  }

  private static LandingRulebook rules(String purpose, Set<LocalDate> closed) {
    return rules(PolicyFiles.waCity(), purpose, closed);
  }

  private static LandingRulebook rules(String text, String purpose, Set<LocalDate> closed) {
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

  private static Deployment position(String camera, String site, Double lat) {
    Double lon = lat == null ? null : -122.9;
    return new Deployment(
        camera, site, lat, lon, Instant.parse("2026-01-01T00:00:00Z"), Deployment.OPEN);
  }

  private static CanonicalRead read(String camera, Instant captured, boolean placed) {
    return at(placed ? 47.6 : null, camera, captured);
  }

  private static CanonicalRead at(Double lat, String camera, Instant captured) {
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
        lat,
        lat == null ? null : -122.9,
        null);
  }
}
