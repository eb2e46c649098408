package io.platelake.core.zone;

import com.fasterxml.jackson.databind.JsonNode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The geometry member of a GeoJSON feature as a shape; heights are dropped. */
final class GeoJsonShape {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int MIN_RING = 4;

  private GeoJsonShape() {}

  static Geometry read(JsonNode geometry) {
    if (!geometry.isObject()) {
      throw new InvalidPlace("has no geometry", "Draw it, or remove the feature");
    }
    String type = geometry.path("type").asText();
    JsonNode coordinates = geometry.path("coordinates");
    return switch (type) {
      case "Point" -> SHAPES.createPoint(position(coordinates));
      case "LineString" -> SHAPES.createLineString(positions(coordinates, 2, "a line"));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> multiPolygon(coordinates);
      case "MultiPoint", "MultiLineString", "GeometryCollection" ->
          throw new InvalidPlace(
              "is a " + type + ", which may mix places of different meaning",
              "Make a feature of each part, or a MultiPolygon of the areas");
      default ->
          throw new InvalidPlace(
              "has a geometry of another type", "Use Point, LineString, Polygon or MultiPolygon");
    };
  }

  private static Geometry multiPolygon(JsonNode coordinates) {
    Polygon[] parts = new Polygon[coordinates.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = polygon(coordinates.get(i));
    }
    return SHAPES.createMultiPolygon(parts);
  }

  private static Polygon polygon(JsonNode rings) {
    if (!rings.isArray() || rings.isEmpty()) {
      throw new InvalidPlace("has a polygon without a ring", "Draw it again");
    }
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return SHAPES.createPolygon(ring(rings.get(0)), holes);
  }

  private static LinearRing ring(JsonNode coordinates) {
    Coordinate[] ring = positions(coordinates, MIN_RING, "a ring");
    if (!ring[0].equals2D(ring[ring.length - 1])) {
      throw new InvalidPlace(
          "has a ring that is not closed", "Repeat the first position at the end");
    }
    return SHAPES.createLinearRing(ring);
  }

  private static Coordinate[] positions(JsonNode array, int atLeast, String what) {
    if (!array.isArray() || array.size() < atLeast) {
      throw new InvalidPlace(
          "has " + what + " of fewer than " + atLeast + " positions", "Draw it again");
    }
    Coordinate[] positions = new Coordinate[array.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = position(array.get(i));
    }
    return positions;
  }

  private static Coordinate position(JsonNode numbers) {
    boolean known =
        numbers.isArray()
            && (numbers.size() == 2 || numbers.size() == 3)
            && numbers.get(0).isNumber()
            && numbers.get(1).isNumber()
            && (numbers.size() == 2 || numbers.get(2).isNumber());
    if (!known) {
      throw new InvalidPlace(
          "has a position that is not two or three numbers", "Write [longitude, latitude]");
    }
    return new Coordinate(numbers.get(0).doubleValue(), numbers.get(1).doubleValue());
  }
}
