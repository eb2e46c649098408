package io.platelake.core.zone;

import com.fasterxml.jackson.databind.JsonNode;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;

/**
 * The rings of premises. A hole is open ground to GeoJSON, but files also hold a second building or
 * a court that way. So a hole that would stay open has to say that it is meant.
 */
final class PremisesRings {
  /** Less ground than this is a slip of the pen: a point drawn as an area. */
  private static final double LEAST_SQUARE_METRES = 1;

  private PremisesRings() {}

  /** The shape, with an outline turned into its polygon and protected holes filled. */
  static Geometry read(JsonNode properties, Geometry drawn, boolean route, double metres) {
    Geometry shape =
        drawn instanceof LineString line && !route
            ? drawn.getFactory().createPolygon(line.getCoordinates())
            : drawn;
    // First of all: nothing can be measured in a shape that crosses itself.
    PlaceShape.check(shape);
    String holes = holes(properties, shape);
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon part) {
        check(part, holes, metres);
      }
    }
    return holes.equals("protected") ? filled(shape) : shape;
  }

  private static String holes(JsonNode properties, Geometry shape) {
    String holes = properties.path("holes").asText("");
    boolean known = holes.isEmpty() || holes.equals("open") || holes.equals("protected");
    if (properties.hasNonNull("holes") && (!known || !(shape instanceof Polygonal))) {
      throw new InvalidPlace(
          "has holes that are not known, or no area to have them in",
          "Write open or protected, and that for polygons only");
    }
    return holes;
  }

  private static void check(Polygon part, String holes, double metres) {
    LocalPlane plane = new LocalPlane(part.getEnvelopeInternal().centre());
    if (plane.toMetres(part).getArea() < LEAST_SQUARE_METRES) {
      throw new InvalidPlace(
          "has a polygon of less than one square metre", "Draw the premises, or give a Point");
    }
    for (int i = 0; i < part.getNumInteriorRing() && holes.isEmpty(); i++) {
      if (ProtectedGround.isOpenInside(part.getInteriorRingN(i), metres)) {
        throw new InvalidPlace(
            "has a hole that its buffer does not fill: may reads be collected in there",
            "Write holes: open or holes: protected; draw a second building as a MultiPolygon");
      }
    }
  }

  private static Geometry filled(Geometry shape) {
    Polygon[] parts = new Polygon[shape.getNumGeometries()];
    for (int i = 0; i < parts.length; i++) {
      LinearRing shell = ((Polygon) shape.getGeometryN(i)).getExteriorRing();
      parts[i] = shape.getFactory().createPolygon(shell);
    }
    return parts.length == 1 ? parts[0] : shape.getFactory().createMultiPolygon(parts);
  }
}
