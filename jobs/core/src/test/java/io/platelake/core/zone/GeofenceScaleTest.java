package io.platelake.core.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class GeofenceScaleTest {
  private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");
  private static final double BUFFER = 150;

  /** A state's facilities and a large town's day of reads; a sample is checked one by one. */
  @Test
  void shouldFenceAMillionReadsAtFiveThousandPlaces() {
    Random random = new Random(7);
    GeometryFactory shapes = new GeometryFactory();
    List<ProtectedPlace> places = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Coordinate centre = position(random);
      places.add(
          new ProtectedPlace("z" + i, "court", "", shapes.createPoint(centre), BUFFER, null, null));
    }
    Geofence fence = Geofence.of(places);

    int inside = 0;
    for (int i = 0; i < 1_000_000; i++) {
      Coordinate read = position(random);
      boolean found = fence.zoneAt(read.x, read.y, AT).isPresent();
      inside += found ? 1 : 0;
      if (i % 10_000 == 0) {
        assertEquals(isNearAny(places, read), found);
      }
    }
    // 5,000 circles of 0.07 km2 in 76 km by 111 km, with overlaps: 4.1 %
    assertTrue(inside > 39_000 && inside < 43_000, "inside: " + inside);
  }

  private static boolean isNearAny(List<ProtectedPlace> places, Coordinate read) {
    for (ProtectedPlace place : places) {
      Coordinate centre = place.shape().getCoordinate();
      if (Ecef.metres(centre.x, centre.y, read.x, read.y) <= BUFFER) {
        return true;
      }
    }
    return false;
  }

  private static Coordinate position(Random random) {
    return new Coordinate(-122.5 + random.nextDouble(), 47 + random.nextDouble());
  }
}
