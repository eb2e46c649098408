package io.platelake.core.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

class GeofencePropertyTest {
  private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");
  private static final GeometryFactory SHAPES = new GeometryFactory();

  @Property(tries = 2_000)
  void shouldAgreeWithDistancesThroughTheEllipsoidForPoints(
      @ForAll @Scale(6) @DoubleRange(min = -180, max = 180) double lon,
      @ForAll @Scale(6) @DoubleRange(min = -70, max = 70) double lat,
      @ForAll @Scale(6) @DoubleRange(min = 1, max = 2_000) double buffer,
      @ForAll @Scale(6) @DoubleRange(max = 2) double share,
      @ForAll @Scale(6) @DoubleRange(max = 360) double bearing) {
    double reach = buffer * share;
    double otherLon = lon + reach * Math.sin(Math.toRadians(bearing)) / 111_320 / cos(lat);
    double otherLat = lat + reach * Math.cos(Math.toRadians(bearing)) / 111_320;
    otherLon = otherLon > 180 ? otherLon - 360 : otherLon < -180 ? otherLon + 360 : otherLon;

    var place =
        new ProtectedPlace(
            "z", "court", "", SHAPES.createPoint(new Coordinate(lon, lat)), buffer, null, null);

    assertAgreement(
        Geofence.of(List.of(place)),
        otherLon,
        otherLat,
        Ecef.metres(lon, lat, otherLon, otherLat),
        buffer);
  }

  @Property(tries = 1_000)
  void shouldAgreeWithDistancesThroughTheEllipsoidForTriangles(
      @ForAll @Scale(6) @DoubleRange(min = -124, max = -117) double lon,
      @ForAll @Scale(6) @DoubleRange(min = 45, max = 49) double lat,
      @ForAll @Scale(6) @DoubleRange(min = 50, max = 500) double buffer,
      @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.02) double size,
      @ForAll @Scale(6) @DoubleRange(min = -1.5, max = 1.5) double east,
      @ForAll @Scale(6) @DoubleRange(min = -1.5, max = 1.5) double north) {
    Coordinate[] ring = {
      new Coordinate(lon, lat),
      new Coordinate(lon + size, lat + size / 3),
      new Coordinate(lon + size / 4, lat + size),
      new Coordinate(lon, lat)
    };
    var place =
        new ProtectedPlace("z", "court", "", SHAPES.createPolygon(ring), buffer, null, null);
    double otherLon = lon + east * size;
    double otherLat = lat + north * size;
    double metres =
        isInTriangle(otherLon, otherLat, ring) ? 0 : Ecef.metresToLine(otherLon, otherLat, ring);

    assertAgreement(Geofence.of(List.of(place)), otherLon, otherLat, metres, buffer);
  }

  /** Half a per cent and 5 centimetres beside the edge the oracle, sampled itself, may differ. */
  private static void assertAgreement(
      Geofence fence, double lon, double lat, double metres, double buffer) {
    if (Math.abs(metres - buffer) > 0.005 * buffer + 0.05) {
      assertEquals(
          metres <= buffer,
          fence.zoneAt(lon, lat, AT).isPresent(),
          () -> metres + " m away with a buffer of " + buffer + " m");
    }
  }

  private static boolean isInTriangle(double x, double y, Coordinate... ring) {
    boolean left = false;
    boolean right = false;
    for (int i = 0; i < 3; i++) {
      Coordinate p = ring[i];
      Coordinate q = ring[i + 1];
      double side = (q.x - p.x) * (y - p.y) - (q.y - p.y) * (x - p.x);
      left |= side > 0;
      right |= side < 0;
    }
    return !(left && right);
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }
}
