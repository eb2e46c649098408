package io.platelake.core.zone;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * How much ground a place protects, for people who compare it with what they meant.
 *
 * @param drawnAs the shape in a word or two
 * @param ownSquareMetres area of the shape; 0 for points and lines
 * @param squareMetres area of the shape and its buffer
 * @param remark how it may protect less than it looks; empty where it does not
 */
public record ProtectedGround(
    String drawnAs, double ownSquareMetres, double squareMetres, String remark) {
  /** Segments of a quarter circle; the area is off by 0.04 %. */
  private static final int SEGMENTS = 32;

  /** Measures a place. */
  public static ProtectedGround of(ProtectedPlace place) {
    Geometry shape = place.shape();
    double own = 0;
    double all = 0;
    if (extent(shape.getEnvelopeInternal()) <= PlaceShape.MAX_EXTENT_METRES) {
      // In one plane, so that buffers of parts that overlap count once.
      Geometry metres = metres(shape, shape);
      own = metres.getArea();
      all = metres.buffer(place.bufferMetres(), SEGMENTS).getArea();
    } else {
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        Geometry part = metres(shape.getGeometryN(i), shape.getGeometryN(i));
        own += part.getArea();
        all += part.buffer(place.bufferMetres(), SEGMENTS).getArea();
      }
    }
    return new ProtectedGround(drawnAs(shape), own, all, remark(place));
  }

  private static Geometry metres(Geometry shape, Geometry around) {
    return new LocalPlane(around.getEnvelopeInternal().centre()).toMetres(shape);
  }

  private static double extent(Envelope box) {
    return Math.max(
        box.getWidth() * LocalPlane.metresPerLonDegree(box.centre().y),
        box.getHeight() * LocalPlane.metresPerLatDegree(box.centre().y));
  }

  private static String drawnAs(Geometry shape) {
    if (shape instanceof Point) {
      return "point";
    }
    if (shape instanceof LineString) {
      return "route";
    }
    return shape.getNumGeometries() == 1 ? "area" : shape.getNumGeometries() + " areas";
  }

  private static String remark(ProtectedPlace place) {
    Geometry shape = place.shape();
    if (shape instanceof Point) {
      return "the buffer counts from the point, not from the edge of the premises";
    }
    if (shape instanceof LineString line) {
      return isOpenInside(line, place.bufferMetres())
          ? "a closed line: ground inside, beyond the buffer, is open"
          : "";
    }
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Polygon part = (Polygon) shape.getGeometryN(i);
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        if (isOpenInside(part.getInteriorRingN(hole), place.bufferMetres())) {
          return "has a hole: ground in it, beyond the buffer, is open";
        }
      }
    }
    return "";
  }

  /** Whether a closed line holds ground farther from it than the buffer. */
  static boolean isOpenInside(LineString line, double metres) {
    if (!line.isClosed() || line.getNumPoints() < LinearRing.MINIMUM_VALID_SIZE) {
      return false;
    }
    Geometry inside = line.getFactory().createPolygon(line.getCoordinates());
    return !metres(inside, inside).buffer(-metres).isEmpty();
  }
}
