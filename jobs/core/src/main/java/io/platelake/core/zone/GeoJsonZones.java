package io.platelake.core.zone;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.core.BadInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads protected places from a GeoJSON FeatureCollection (RFC 7946), all of them or none.
 *
 * <p>Each feature is one place: a Point, LineString (an access route), Polygon or MultiPolygon with
 * the properties {@code zone_id} (unique in the file), {@code kind} (one the policy names), and
 * optionally {@code name}, {@code effective_from} and {@code effective_to} (ISO instants,
 * half-open) and {@code buffer_m} (metres). The buffer is the policy's for the kind, or for routes;
 * {@code buffer_m} may widen it and never narrow it. Other properties are ignored.
 */
public final class GeoJsonZones {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private GeoJsonZones() {}

  /**
   * The places in the text, in its order.
   *
   * @param geoJson content of the file
   * @param fileName its name, for messages only
   * @param buffers the kinds and distances of the policy
   * @throws BadInput with file, feature and zone id if anything cannot be used
   */
  public static List<ProtectedPlace> read(String geoJson, String fileName, ZoneBuffers buffers) {
    JsonNode root = parse(geoJson, fileName);
    if (!root.path("type").asText().equals("FeatureCollection")
        || !root.path("features").isArray()) {
      throw new BadInput(
          fileName, "is not a GeoJSON FeatureCollection", "Export the zones as GeoJSON (RFC 7946)");
    }
    if (root.has("crs") && !root.path("crs").toString().contains("CRS84")) {
      throw new BadInput(
          fileName, "is not in WGS 84 degrees", "Export it in CRS84, longitude first");
    }
    List<ProtectedPlace> places = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode feature : root.path("features")) {
      ProtectedPlace place = place(feature, fileName, places.size(), buffers);
      if (!ids.add(place.zoneId())) {
        throw bad(
            fileName,
            places.size(),
            feature,
            new InvalidPlace("repeats the zone_id of another", "Give each place its own zone_id"));
      }
      places.add(place);
    }
    if (places.isEmpty()) {
      throw new BadInput(
          fileName, "has no features, which would protect nothing", "Give at least one place");
    }
    return List.copyOf(places);
  }

  private static ProtectedPlace place(
      JsonNode feature, String fileName, int index, ZoneBuffers buffers) {
    try {
      return GeoJsonFeature.place(feature, buffers);
    } catch (InvalidPlace e) {
      throw bad(fileName, index, feature, e);
    }
  }

  private static BadInput bad(String fileName, int index, JsonNode feature, InvalidPlace e) {
    String id = feature.path("properties").path("zone_id").asText("");
    String shown = id.isEmpty() ? "" : ", zone_id " + id.substring(0, Math.min(id.length(), 64));
    return new BadInput(fileName + " features[" + index + "]" + shown, e.why(), e.remedy());
  }

  private static JsonNode parse(String geoJson, String fileName) {
    try {
      return JSON.readTree(geoJson);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : " line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new BadInput(
          fileName + place, "is not JSON from here on", "Correct it or export the zones again");
    }
  }
}
