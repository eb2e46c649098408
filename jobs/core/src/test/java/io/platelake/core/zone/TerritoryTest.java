package io.platelake.core.zone;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Coordinates in the wrong order, with the wrong sign, or far away. */
class TerritoryTest {
  private static final String SWAPPED =
      ", as if longitude and latitude were swapped. Give longitude first";
  private static final String AWAY =
      ". Give WGS 84 degrees, longitude first, west and south negative";

  /** Jurisdiction, longitude and latitude as written, and the end of the message, if any. */
  @ParameterizedTest
  @CsvSource({
    "US-WA, -122.9, 47.04,",
    "US-WA, -116.8, 45.4,",
    "US-KY, -84.5, 38.04,",
    "US-KY, 38.04, -84.5, SWAPPED",
    "US-KY, 84.5, 38.04, AWAY",
    "US-KY, -122.9, 47.04, AWAY",
    "US-FL, -80.2, 25.8,",
    "US-FL, 25.8, -80.2, SWAPPED",
    "US-ME, 44.3, -69.8, SWAPPED",
    "US-PR, 18.4, -66.1, SWAPPED",
    "US-AK, -150, 61.2,",
    "US-AK, 179.9, 52,",
    "US-AK, -179.9, 52,",
    "US, -84.5, 38.04,",
    "US, 38.04, -84.5, SWAPPED",
    "US, 0, 0, AWAY",
  })
  void shouldRefuseAPlaceOutsideTheState(String where, double lon, double lat, String fault) {
    Territory territory = Territory.ofJurisdiction(where).orElseThrow();
    if (fault == null) {
      assertDoesNotThrow(() -> territory.check(point(lon, lat)));
    } else {
      InvalidPlace e = assertThrows(InvalidPlace.class, () -> territory.check(point(lon, lat)));
      assertEquals(
          "protected place has a position outside "
              + where
              + (fault.equals("SWAPPED") ? SWAPPED : AWAY),
          e.getMessage());
    }
  }

  @Test
  void shouldTakeTheSurroundingsOfTheCameras() {
    Territory territory = Territory.around(List.of(new Coordinate(7.1, 50.7))).orElseThrow();
    territory.check(point(7.9, 50.1));
    assertThrows(InvalidPlace.class, () -> territory.check(point(50.7, 7.1)));
    assertThrows(InvalidPlace.class, () -> territory.check(point(7.1, 52)));
    assertEquals(Optional.empty(), Territory.around(List.of()));
  }

  @Test
  void shouldKnowTheStatesThatIssuePlates() {
    assertEquals(Optional.empty(), Territory.ofJurisdiction("DE-NW"));
    assertEquals(Optional.empty(), Territory.ofJurisdiction("GB"));
    assertTrue(Territory.ofJurisdiction("US-WY").isPresent());
    Territory.earth().check(point(180, -85));
  }

  private static Geometry point(double lon, double lat) {
    return new GeometryFactory().createPoint(new Coordinate(lon, lat));
  }
}
