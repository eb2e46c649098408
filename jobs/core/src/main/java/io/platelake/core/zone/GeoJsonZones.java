package io.platelake.core.zone;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.core.BadInput;
import io.platelake.core.Mistakes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads protected places from a GeoJSON FeatureCollection (RFC 7946), all of them or none.
 *
 * <p>Each feature is one place: a Point, LineString, Polygon or MultiPolygon with the properties
 * {@code zone_id} (unique in the file) and {@code kind} (one the policy names). Optional are:
 *
 * <ul>
 *   <li>{@code name}
 *   <li>{@code effective_from} and {@code effective_to}: ISO instants, half-open
 *   <li>{@code drawn}: {@code premises} or {@code access_route}. A line must have it. An outline of
 *       premises is protected inside.
 *   <li>{@code buffer_m}: metres, to widen the buffer of the policy and never to narrow it
 *   <li>{@code premises_m}: for a point, the metres from it to the edge of the premises
 *   <li>{@code holes}: {@code open} or {@code protected}, for holes that the buffer does not fill
 * </ul>
 *
 * <p>The buffer is the policy's for the kind, or for routes. Other properties are ignored, unless
 * they look like one of these.
 */
public final class GeoJsonZones {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private GeoJsonZones() {}

  /** Properties of a place that are read. */
  public static Set<String> properties() {
    return PlaceProperties.names();
  }

  /** The places in the text, wherever on earth they are. */
  public static List<ProtectedPlace> read(String geoJson, String fileName, ZoneBuffers buffers) {
    return read(geoJson, fileName, buffers, Territory.earth());
  }

  /**
   * The places in the text, in its order.
   *
   * @param geoJson content of the file
   * @param fileName its name, for messages only
   * @param buffers the kinds and distances of the policy
   * @param territory where the places of the agency can be
   * @throws BadInput with file, feature and zone id of everything that cannot be used
   */
  public static List<ProtectedPlace> read(
      String geoJson, String fileName, ZoneBuffers buffers, Territory territory) {
    List<ProtectedPlace> places =
        all(
            features(geoJson, fileName),
            fileName,
            feature -> GeoJsonFeature.place(feature, buffers, territory),
            ProtectedPlace::zoneId);
    return List.copyOf(places);
  }

  /**
   * Judges all that needs no policy: the form of the file, its properties and its shapes.
   *
   * @throws BadInput with file, feature and zone id of everything that cannot be used
   */
  public static void requireForm(String geoJson, String fileName) {
    all(features(geoJson, fileName), fileName, GeoJsonFeature::form, GeoJsonFeature.Form::zoneId);
  }

  private static JsonNode features(String geoJson, String fileName) {
    JsonNode root = parse(geoJson, fileName);
    if (!root.path("type").asText().equals("FeatureCollection")
        || !root.path("features").isArray()) {
      throw new BadInput(
          fileName, "is not a GeoJSON FeatureCollection", "Export the zones as GeoJSON (RFC 7946)");
    }
    if (root.has("crs") && !CoordinateNote.isWgs84(root.path("crs"))) {
      throw new BadInput(
          fileName, "is not in WGS 84 degrees", "Export it in CRS84, longitude first");
    }
    if (root.path("features").isEmpty()) {
      throw new BadInput(
          fileName, "has no features, which would protect nothing", "Give at least one place");
    }
    return root.path("features");
  }

  /** What {@code reading} makes of every feature; every mistake is named. */
  private static <T> List<T> all(
      JsonNode features,
      String fileName,
      Function<JsonNode, T> reading,
      Function<T, String> zoneId) {
    Mistakes mistakes = new Mistakes();
    List<T> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < features.size(); i++) {
      JsonNode feature = features.path(i);
      try {
        T one = reading.apply(feature);
        if (!ids.add(zoneId.apply(one))) {
          throw new InvalidPlace(
              "repeats the zone_id of another", "Give each place its own zone_id");
        }
        all.add(one);
      } catch (InvalidPlace e) {
        mistakes.add(bad(fileName, i, feature, e));
      }
    }
    mistakes.refuse();
    return all;
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
