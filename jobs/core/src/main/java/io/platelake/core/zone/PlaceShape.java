package io.platelake.core.zone;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** What a shape must be to protect a place: a point, a line or polygons, of a city's size. */
final class PlaceShape {
  /** Latitudes beyond have no roads, and a degree of longitude loses its meaning. */
  static final double MAX_LATITUDE = 85;

  /** A larger part is a wrong coordinate, and local metres would be off by more than 1 %. */
  static final double MAX_EXTENT_METRES = 50_000;

  private PlaceShape() {}

  static void check(Geometry shape) {
    boolean known =
        shape instanceof Point
            || shape instanceof LineString
            || shape instanceof Polygon
            || shape instanceof MultiPolygon;
    if (!known) {
      throw new InvalidPlace(
          "is a " + shape.getGeometryType(), "Use Point, LineString, Polygon or MultiPolygon");
    }
    if (shape.isEmpty()) {
      throw new InvalidPlace("has no coordinates", "Draw it again");
    }
    for (Coordinate position : shape.getCoordinates()) {
      checkPosition(position.x, position.y);
    }
    for (int part = 0; part < shape.getNumGeometries(); part++) {
      checkExtent(shape.getGeometryN(part).getEnvelopeInternal());
    }
    if (shape instanceof LineString && shape.getLength() == 0) {
      throw new InvalidPlace("is a line of no length", "Draw it from one place to another");
    }
    TopologyValidationError error = new IsValidOp(shape).getValidationError();
    if (error != null) {
      throw new InvalidPlace(
          "is not a valid shape (" + error.getMessage() + ")",
          "Redraw it: rings must not cross or touch themselves or each other");
    }
  }

  private static void checkPosition(double lon, double lat) {
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      throw new InvalidPlace("has a coordinate that is not a number", "Draw it again");
    }
    if (Math.abs(lat) > 90 && Math.abs(lon) <= 90) {
      throw new InvalidPlace(
          "has a latitude beyond 90 degrees, as if longitude and latitude were swapped",
          "Give longitude first");
    }
    if (Math.abs(lon) > 180 || Math.abs(lat) > MAX_LATITUDE) {
      throw new InvalidPlace(
          "has a position outside longitude -180 to 180 and latitude -85 to 85",
          "Give WGS 84 degrees, longitude first");
    }
  }

  private static void checkExtent(Envelope box) {
    double widest = Math.min(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
    double width = box.getWidth() * LocalPlane.metresPerLonDegree(widest);
    double height = box.getHeight() * LocalPlane.metresPerLatDegree(box.centre().y);
    if (Math.max(width, height) > MAX_EXTENT_METRES) {
      throw new InvalidPlace(
          "has a part more than 50 km across",
          "Correct the position that is far off; cut a shape that crosses the 180th meridian in"
              + " two polygons");
    }
  }
}
