package io.platelake.core.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeofenceTest {
  private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");

  /** Degrees are drawn from metres by the length of a degree at 47 north. */
  private static final double METRES_PER_LON = LocalPlane.metresPerLonDegree(47);

  private static final double METRES_PER_LAT = LocalPlane.metresPerLatDegree(47);

  /** A school with its car park: 100 m by 100 m and 40 m by 100 m east of it, from 122 W 47 N. */
  private static final String SCHOOL = box(0, 0, 140, 100);

  @Test
  void shouldKnowTheLengthOfADegree() {
    // WGS 84 at 47 degrees north, from the series of geodesy handbooks
    assertEquals(76_056, METRES_PER_LON, 5);
    assertEquals(111_170, METRES_PER_LAT, 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elementary_school",
        "secondary_school",
        "place_of_worship",
        "court",
        "food_bank",
        "protected_health_care",
        "immigration_matters"
      })
  void shouldFencePremisesParkingAndSurroundingsOfEveryKind(String kind) {
    Geofence fence = Geofence.of(List.of(place("z", kind, SCHOOL, 150)));
    assertEquals(Optional.of("z"), zone(fence, 50, 50), "premises");
    assertEquals(Optional.of("z"), zone(fence, 120, 50), "parking area");
    assertEquals(Optional.of("z"), zone(fence, 289, 50), "buffer");
    assertEquals(Optional.empty(), zone(fence, 291, 50), "1 m outside");
    assertEquals(kind, fence.placeAt(-122, 47, AT).orElseThrow().kind());
  }

  @ParameterizedTest
  @CsvSource({
    // metres east and north of the south-west corner; buffer of 150 m; 106.07 = 150 / sqrt 2
    "-150, 50, true",
    "-151, 50, false",
    "70, 250, true",
    "70, 251, false",
    "-106, -106, true",
    "-107, -107, false",
    "246, 206, true",
    "247, 207, false"
  })
  void shouldRoundTheBufferAtCorners(double east, double north, boolean inside) {
    Geofence fence = Geofence.of(List.of(place("z", "court", SCHOOL, 150)));
    assertEquals(inside, zone(fence, east, north).isPresent());
  }

  @Test
  void shouldCountTheEdgeAsInside() {
    Geofence fence = Geofence.of(List.of(place("z", "court", SCHOOL, 0)));
    assertEquals(Optional.of("z"), fence.zoneAt(-122, 47, AT));
    assertEquals(Optional.of("z"), zone(fence, 140, 33.3));
    assertEquals(Optional.of("z"), zone(fence, 77.7, 100));
    assertEquals(Optional.empty(), zone(fence, 140.1, 33.3));
  }

  @Test
  void shouldFenceAPointByItsBuffer() {
    Geofence fence = Geofence.of(List.of(place("z", "food_bank", "POINT (-122 47)", 100)));
    assertEquals(Optional.of("z"), zone(fence, 0, 100));
    assertEquals(Optional.of("z"), zone(fence, 70, -70));
    assertEquals(Optional.empty(), zone(fence, 0, 101));
    assertEquals(Optional.empty(), zone(fence, 71, -71));
  }

  @Test
  void shouldFenceAnAccessRouteAlongItsLine() {
    String route = "LINESTRING (" + at(0, 0) + ", " + at(1_000, 0) + ", " + at(1_000, 500) + ")";
    Geofence fence = Geofence.of(List.of(place("z", "court", route, 50)));
    assertEquals(Optional.of("z"), zone(fence, 500, -49.9));
    assertEquals(Optional.of("z"), zone(fence, 1_049.9, 300));
    assertEquals(Optional.empty(), zone(fence, 500, 51));
    assertEquals(Optional.empty(), zone(fence, 1_000, 551));
  }

  @Test
  void shouldLeaveAHoleOpenWhereItIsWiderThanTheBuffer() {
    String ring =
        "MULTIPOLYGON (("
            + ring(0, 0, 1_000, 1_000)
            + ", "
            + ring(300, 300, 700, 700)
            + "), ("
            + ring(5_000, 0, 5_100, 100)
            + "))";
    Geofence fence = Geofence.of(List.of(place("z", "court", ring, 100)));
    assertEquals(Optional.of("z"), zone(fence, 100, 100), "solid part");
    assertEquals(Optional.of("z"), zone(fence, 399, 500), "buffer within the hole");
    assertEquals(Optional.empty(), zone(fence, 402, 500), "middle of the hole");
    assertEquals(Optional.of("z"), zone(fence, 5_050, 199), "second polygon");
    assertEquals(Optional.empty(), zone(fence, 3_000, 50), "between the polygons");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-31T23:59:59Z, false",
    "2026-09-01T00:00:00Z, true",
    "2027-06-14T23:59:59Z, true",
    "2027-06-15T00:00:00Z, false"
  })
  void shouldFollowOpeningAndClosingOfAFacility(Instant at, boolean inside) {
    ProtectedPlace school =
        ProtectedPlace.fromWkt(
            "z",
            "court",
            "A court",
            SCHOOL,
            0,
            Instant.parse("2026-09-01T00:00:00Z"),
            Instant.parse("2027-06-15T00:00:00Z"));
    Geofence fence = Geofence.of(List.of(school));
    assertEquals(inside, fence.zoneAt(-122, 47, at).isPresent());
  }

  @Test
  void shouldNameTheFirstOfOverlappingZonesThatIsInEffect() {
    ProtectedPlace closed =
        ProtectedPlace.fromWkt(
            "a", "court", "", SCHOOL, 0, null, Instant.parse("2026-01-01T00:00:00Z"));
    Geofence fence =
        Geofence.of(
            List.of(place("c", "court", SCHOOL, 0), closed, place("b", "food_bank", SCHOOL, 10)));
    assertEquals(Optional.of("b"), zone(fence, 10, 10));
    assertEquals(Optional.of("a"), fence.zoneAt(-122, 47, Instant.parse("2025-12-31T23:59:59Z")));
  }

  @Test
  void shouldReachOverThe180thMeridian() {
    Geofence fence =
        Geofence.of(
            List.of(
                place("east", "court", "POINT (179.9995 -17)", 100),
                place("west", "court", "POINT (-179.9995 52)", 100),
                place(
                    "both",
                    "court",
                    "MULTIPOLYGON (((179.999 0, 180 0, 180 0.001, 179.999 0.001, 179.999 0)),"
                        + " ((-180 0, -179.999 0, -179.999 0.001, -180 0.001, -180 0)))",
                    0)));
    assertEquals(Optional.of("east"), fence.zoneAt(-179.9997, -17, AT));
    assertEquals(Optional.empty(), fence.zoneAt(-179.9, -17, AT));
    assertEquals(Optional.of("west"), fence.zoneAt(179.9997, 52, AT));
    assertEquals(Optional.of("both"), fence.zoneAt(180, 0.0005, AT));
    assertEquals(Optional.of("both"), fence.zoneAt(-180, 0.0005, AT));
    assertEquals(Optional.of("both"), fence.zoneAt(-179.9995, 0.0005, AT));
    assertEquals(Optional.empty(), fence.zoneAt(0, 0.0005, AT));
  }

  @ParameterizedTest
  @CsvSource({"NaN, 47", "-122, NaN", "-180.1, 47", "-122, 90.1", "-Infinity, 47"})
  void shouldNotTakeAMissingPositionForAnUnprotectedOne(double lon, double lat) {
    Geofence fence = Geofence.of(List.of(place("z", "court", SCHOOL, 0)));
    assertThrows(IllegalArgumentException.class, () -> fence.zoneAt(lon, lat, AT));
  }

  @Test
  void shouldRefuseTwoPlacesOfOneId() {
    List<ProtectedPlace> twice =
        List.of(place("z", "court", SCHOOL, 0), place("z", "court", SCHOOL, 1));
    assertThrows(IllegalArgumentException.class, () -> Geofence.of(twice));
  }

  @Test
  void shouldBeEmptyWithoutPlaces() {
    assertEquals(Optional.empty(), Geofence.of(List.of()).zoneAt(-122, 47, AT));
  }

  @Test
  void shouldTravelAsItsPlaces() throws IOException, ClassNotFoundException {
    Geofence fence = Geofence.of(List.of(place("z", "court", SCHOOL, 150)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(fence);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Geofence arrived = (Geofence) in.readObject();
      assertEquals(fence.places(), arrived.places());
      assertEquals(Optional.of("z"), zone(arrived, 289, 50));
      assertEquals(Optional.empty(), zone(arrived, 291, 50));
    }
  }

  private static Optional<String> zone(Geofence fence, double east, double north) {
    return fence.zoneAt(-122 + east / METRES_PER_LON, 47 + north / METRES_PER_LAT, AT);
  }

  private static ProtectedPlace place(String id, String kind, String wkt, double buffer) {
    return ProtectedPlace.fromWkt(id, kind, "A place", wkt, buffer, null, null);
  }

  private static String box(double west, double south, double east, double north) {
    return "POLYGON (" + ring(west, south, east, north) + ")";
  }

  private static String ring(double west, double south, double east, double north) {
    return "("
        + String.join(
            ", ",
            at(west, south),
            at(east, south),
            at(east, north),
            at(west, north),
            at(west, south))
        + ")";
  }

  private static String at(double east, double north) {
    return (-122 + east / METRES_PER_LON) + " " + (47 + north / METRES_PER_LAT);
  }
}
