package io.platelake.city.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.city.option.CameraPosition;
import io.platelake.city.option.Facility;
import io.platelake.core.BadInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads positions of cameras and polygons of facilities from GeoJSON (RFC 7946). */
public final class GeoJson {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final ObjectMapper JSON = new ObjectMapper();

  private GeoJson() {}

  /**
   * Every Point feature becomes a camera. Property {@code direction} is its heading in degrees, as
   * number or text; of several ({@code "230;150"}) the first counts, without one it is 0.
   *
   * @throws BadInput when the text is no FeatureCollection or has no points
   */
  public static List<CameraPosition> cameras(String text, String fileName) {
    List<CameraPosition> cameras = new ArrayList<>();
    for (JsonNode feature : features(text, fileName)) {
      JsonNode geometry = feature.path("geometry");
      if (geometry.path("type").asText().equals("Point")) {
        JsonNode point = geometry.path("coordinates");
        cameras.add(
            new CameraPosition(
                City.degrees(point.path(1).asDouble(Double.NaN)),
                City.degrees(point.path(0).asDouble(Double.NaN)),
                heading(feature.path("properties").path("direction").asText(""))));
      }
    }
    if (cameras.isEmpty()) {
      throw new BadInput(fileName, "it holds no point", "Give a GeoJSON file of camera points.");
    }
    return cameras;
  }

  /**
   * Every Polygon and MultiPolygon feature becomes a place, with properties {@code zone_id}, {@code
   * kind}, {@code name}, and optionally {@code effective_from} and {@code effective_to} (instant or
   * date, UTC).
   *
   * @throws BadInput for anything else; names the feature by its number, counted from 1
   */
  public static List<Facility> places(String text, String fileName) {
    List<Facility> places = new ArrayList<>();
    int number = 0;
    for (JsonNode feature : features(text, fileName)) {
      String where = fileName + ", feature " + ++number;
      JsonNode properties = feature.path("properties");
      places.add(
          new Facility(
              properties.path("zone_id").asText(null),
              properties.path("kind").asText(""),
              properties.path("name").asText(""),
              polygon(feature.path("geometry"), where),
              instant(properties.path("effective_from").asText(null), where),
              instant(properties.path("effective_to").asText(null), where)));
    }
    return places;
  }

  private static JsonNode features(String text, String fileName) {
    try {
      JsonNode features = JSON.readTree(text).path("features");
      if (features.isArray()) {
        return features;
      }
    } catch (JsonProcessingException e) {
      throw new BadInput(
          fileName,
          "line " + e.getLocation().getLineNr() + " is not JSON",
          "Give a GeoJSON FeatureCollection.");
    }
    throw new BadInput(fileName, "it has no features", "Give a GeoJSON FeatureCollection.");
  }

  private static Geometry polygon(JsonNode geometry, String where) {
    JsonNode coordinates = geometry.path("coordinates");
    try {
      switch (geometry.path("type").asText()) {
        case "Polygon":
          return onePolygon(coordinates);
        case "MultiPolygon":
          List<Polygon> parts = new ArrayList<>();
          coordinates.forEach(part -> parts.add(onePolygon(part)));
          return GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
        default:
          throw new BadInput(where, "it is no polygon", "Draw the parcel of the facility.");
      }
    } catch (IllegalArgumentException e) {
      throw new BadInput(where, "a ring is not closed or too short", "Repair the polygon.");
    }
  }

  private static Polygon onePolygon(JsonNode rings) {
    List<LinearRing> lines = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> points = new ArrayList<>();
      ring.forEach(p -> points.add(new Coordinate(p.path(0).asDouble(), p.path(1).asDouble())));
      lines.add(GEOMETRY.createLinearRing(points.toArray(Coordinate[]::new)));
    }
    return lines.isEmpty()
        ? GEOMETRY.createPolygon()
        : GEOMETRY.createPolygon(
            lines.get(0), lines.subList(1, lines.size()).toArray(LinearRing[]::new));
  }

  private static Instant instant(String text, String where) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadInput(
          where, "a date is not ISO 8601", "Write it like 2026-03-01 or 2026-03-01T00:00:00Z.");
    }
  }

  private static int heading(String direction) {
    String first = direction.split(";", 2)[0].strip();
    try {
      return Math.floorMod((int) Math.rint(Double.parseDouble(first)), 360);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
