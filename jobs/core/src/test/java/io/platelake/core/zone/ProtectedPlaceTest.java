package io.platelake.core.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class ProtectedPlaceTest {

  @Test
  void shouldComeBackFromItsTextToTheLastDigit() {
    Random random = new Random(11);
    for (int i = 0; i < 1_000; i++) {
      Coordinate at = new Coordinate(-122 + random.nextDouble(), 47 + random.nextDouble());
      ProtectedPlace place =
          new ProtectedPlace(
              "z" + i,
              "court",
              "A court",
              new GeometryFactory().createPoint(at),
              100,
              Instant.EPOCH,
              null);
      assertEquals(
          place,
          ProtectedPlace.fromWkt(
              "z" + i, "court", "A court", place.toWkt(), 100, Instant.EPOCH, null));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT (0 0 | 100 | z | has a shape that is not well-known text. Load the zones again",
        "POLYGON ((0 0, 1 0)) | 100 | z | has a shape that is not well-known text."
            + " Load the zones again",
        "GEOMETRYCOLLECTION (POINT (0 0)) | 100 | z | is a GeometryCollection."
            + " Use Point, LineString, Polygon or MultiPolygon",
        "POINT EMPTY | 100 | z | has no coordinates. Draw it again",
        "POINT (0 0) | -1 | z | has a buffer outside 0 to 5000 metres. Give the buffer in metres",
        "POINT (0 0) | NaN | z | has a buffer outside 0 to 5000 metres. Give the buffer in metres",
        "POINT (0 0) | 1 | a/b | has an unusable zone_id."
            + " Use 1 to 64 letters, digits and the characters . _ : -"
      })
  void shouldRefuseWhatCannotBe(String wkt, double buffer, String id, String message) {
    InvalidPlace e =
        assertThrows(
            InvalidPlace.class,
            () -> ProtectedPlace.fromWkt(id, "court", "", wkt, buffer, null, null));
    assertEquals("protected place " + message, e.getMessage());
  }
}
