package io.platelake.city.place;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.city.option.CameraPosition;
import io.platelake.city.option.Facility;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Writes {@code cameras.csv} and {@code zones.geojson}. */
public final class CityFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CityFiles() {}

  /** Cameras stand a year before the period starts and stay: {@code to} is empty. */
  public static void cameras(Path file, City city, GeneratorOptions options) throws IOException {
    Bytes out =
        new Bytes()
            .append("camera_id,agency_id,vendor_camera_id,site_name,site_type,lat,lon,heading,")
            .append("from,to,purpose\n");
    String from =
        options.period().start().minusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString();
    for (Camera camera : city.cameras()) {
      CameraPosition at = camera.position();
      out.append(camera.id()).append(',').append(options.agencyId()).append(',');
      out.append(camera.vendorId()).append(',').append(camera.siteName()).append(",street,");
      out.degrees(at.lat()).append(',').degrees(at.lon()).append(',').append(at.heading());
      out.append(',').append(from).append(",,").append(camera.feed().purpose()).append('\n');
    }
    try (var stream = Files.newOutputStream(file)) {
      out.drainTo(stream);
    }
  }

  public static void zones(Path file, List<Facility> places) throws IOException {
    ObjectNode collection = JSON.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (Facility place : places) {
      ObjectNode feature = features.addObject().put("type", "Feature");
      ObjectNode properties = feature.putObject("properties");
      properties.put("zone_id", place.id()).put("kind", place.kind()).put("name", place.name());
      if (place.from() != null) {
        properties.put("effective_from", place.from().toString());
      }
      if (place.to() != null) {
        properties.put("effective_to", place.to().toString());
      }
      geometry(feature.putObject("geometry"), place.polygon());
    }
    // Bytes, not text: a given name may hold any letter, and line ends must not follow the
    // platform.
    Files.write(file, JSON.writer(lineFeeds()).writeValueAsBytes(collection));
  }

  private static DefaultPrettyPrinter lineFeeds() {
    var indent = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(indent);
  }

  private static void geometry(ObjectNode target, Geometry shape) {
    target.put("type", shape.getGeometryType());
    ArrayNode coordinates = target.putArray("coordinates");
    if (shape instanceof Polygon polygon) {
      rings(coordinates, polygon);
    } else {
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        rings(coordinates.addArray(), (Polygon) shape.getGeometryN(i));
      }
    }
  }

  private static void rings(ArrayNode target, Polygon polygon) {
    ring(target.addArray(), polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      ring(target.addArray(), polygon.getInteriorRingN(i));
    }
  }

  private static void ring(ArrayNode target, LinearRing ring) {
    for (Coordinate point : ring.getCoordinates()) {
      target.addArray().add(point.getX()).add(point.getY());
    }
  }
}
