package io.platelake.core.zone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;

/** One GeoJSON feature as a protected place. */
final class GeoJsonFeature {
  private GeoJsonFeature() {}

  /**
   * What a feature says without a policy.
   *
   * @param from first instant in effect, UTC; null when always
   * @param to first instant no longer in effect, UTC; null when for ever
   */
  record Form(String zoneId, String kind, Geometry shape, Instant from, Instant to) {}

  static Form form(JsonNode feature) {
    JsonNode properties = feature.path("properties");
    if (!feature.path("type").asText().equals("Feature") || !properties.isObject()) {
      throw new InvalidPlace("is not a feature with properties", "Give zone_id and kind");
    }
    PlaceProperties.check(properties);
    requireDegrees(feature);
    requireDegrees(feature.path("geometry"));
    String zoneId = text(properties, "zone_id");
    Geometry shape = GeoJsonShape.read(feature.path("geometry"));
    return new Form(
        zoneId,
        text(properties, "kind"),
        shape,
        instant(properties, "effective_from"),
        instant(properties, "effective_to"));
  }

  static ProtectedPlace place(JsonNode feature, ZoneBuffers buffers, Territory territory) {
    Form form = form(feature);
    JsonNode properties = feature.path("properties");
    String zoneId = form.zoneId();
    String kind = form.kind();
    Geometry shape = form.shape();
    double kindMetres = kindMetres(kind, buffers);
    Drawing drawing = Drawing.read(properties, kind, shape, kindMetres, buffers.routeMetres());
    territory.check(shape);
    ProtectedPlace place =
        new ProtectedPlace(
            zoneId,
            kind,
            properties.hasNonNull("name") ? text(properties, "name") : zoneId,
            drawing.shape(),
            buffer(properties, drawing.metres()),
            form.from(),
            form.to());
    boolean bounded = place.effectiveFrom() != null && place.effectiveTo() != null;
    if (kind.equals(ProtectedPlace.EVENT) && !bounded) {
      throw new InvalidPlace(
          "is an event without a beginning and an end", "Give effective_from and effective_to");
    }
    return place;
  }

  /** Members of the form that GeoJSON had before RFC 7946; other software still writes them. */
  private static void requireDegrees(JsonNode member) {
    if (member.has("crs") && !CoordinateNote.isWgs84(member.path("crs"))) {
      throw new InvalidPlace(
          "has a crs that is not WGS 84", "Export it in WGS 84 degrees (CRS84), longitude first");
    }
  }

  private static double kindMetres(String kind, ZoneBuffers buffers) {
    Double metres = buffers.metresByKind().get(kind);
    if (metres == null) {
      throw new InvalidPlace(
          "has a kind that the policy does not name",
          "Use one of " + String.join(", ", new TreeSet<>(buffers.metresByKind().keySet())));
    }
    return metres;
  }

  private static double buffer(JsonNode properties, double policyMetres) {
    if (!properties.hasNonNull("buffer_m")) {
      return policyMetres;
    }
    JsonNode own = properties.path("buffer_m");
    if (!own.isNumber()) {
      throw new InvalidPlace("has a buffer_m that is not a number", "Give metres, or leave it out");
    }
    if (own.doubleValue() < policyMetres) {
      throw new InvalidPlace(
          "has a buffer_m narrower than the policy's " + policyMetres + " metres",
          "Widen it, leave it out, or change the policy");
    }
    return own.doubleValue();
  }

  private static String text(JsonNode properties, String key) {
    JsonNode value = properties.path(key);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new InvalidPlace("has no text for " + key, "Give it as a JSON text");
    }
    return value.textValue();
  }

  private static Instant instant(JsonNode properties, String key) {
    if (!properties.hasNonNull(key)) {
      return null;
    }
    try {
      return Instant.parse(text(properties, key));
    } catch (DateTimeParseException e) {
      throw new InvalidPlace(
          "has an " + key + " that is not an instant", "Write it as 2026-09-01T07:00:00Z");
    }
  }
}
