package io.platelake.core.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GeoJsonZonesTest {
  private static final ZoneBuffers BUFFERS =
      new ZoneBuffers(Map.of("court", 100.0, "food_bank", 80.0), 50);

  private static final String SQUARE = "[[0,0],[0.01,0],[0.01,0.01],[0,0.01],[0,0]]";
  private static final String GOOD = feature("good", "Point", "[0,0]", "");

  @Test
  void shouldReadEveryKindOfShape() {
    List<ProtectedPlace> places =
        read(
            feature("p", "Point", "[-122.3, 47.6, 12.5]", ""),
            feature("l", "LineString", "[[0,0],[0.01,0.01]]", ", \"drawn\": \"access_route\""),
            feature("y", "Polygon", "[" + SQUARE + "]", ", \"name\": \"County court\""),
            feature("m", "MultiPolygon", "[[" + SQUARE + "]]", ", \"buffer_m\": 250"));

    assertEquals(List.of("p", "l", "y", "m"), places.stream().map(p -> p.zoneId()).toList());
    assertEquals("POINT (-122.3 47.6)", places.get(0).toWkt());
    assertEquals(
        List.of(100.0, 50.0, 100.0, 250.0), places.stream().map(p -> p.bufferMetres()).toList());
    assertEquals("County court", places.get(2).name());
    assertEquals("m", places.get(3).name());
    assertEquals("court", places.get(3).kind());
  }

  @Test
  void shouldReadDatesOfOpeningAndClosing() {
    ProtectedPlace place =
        read(feature(
                "p",
                "Point",
                "[0,0]",
                ", \"effective_from\": \"2026-09-01T07:00:00Z\", \"effective_to\": null"))
            .get(0);
    assertEquals(Instant.parse("2026-09-01T07:00:00Z"), place.effectiveFrom());
    assertEquals(null, place.effectiveTo());
  }

  /** A second feature beside a good one, and what is said of it. */
  static Stream<Arguments> unusable() {
    String redraw = "Redraw it: rings must not cross or touch themselves or each other";
    String swapped =
        "has a latitude beyond 90 degrees, as if longitude and latitude were swapped."
            + " Give longitude first";
    String outside =
        "has a position outside longitude -180 to 180 and latitude -85 to 85."
            + " Give WGS 84 degrees, longitude first";
    String noPosition =
        "has a position that is not two or three numbers. Write [longitude, latitude]";
    return Stream.of(
        polygon(
            "[[0,0],[0.01,0],[0.01,0.01],[0,0.01]]",
            "has a ring that is not closed. Repeat the first position at the end"),
        polygon(
            "[[0,0],[0.01,0.01],[0.01,0],[0,0.01],[0,0]]",
            "is not a valid shape (Self-intersection). " + redraw),
        polygon(
            SQUARE + ",[[0.02,0.02],[0.03,0.02],[0.03,0.03],[0.02,0.02]]",
            "is not a valid shape (Hole lies outside shell). " + redraw),
        polygon("[[0,0],[0.01,0],[0,0]]", "has a ring of fewer than 4 positions. Draw it again"),
        polygon("[[47.6,-122.3],[47.7,-122.3],[47.7,-122.2],[47.6,-122.3]]", swapped),
        polygon("[[181,0],[181.01,0],[181.01,0.01],[181,0]]", outside),
        polygon("[[0,86],[0.01,86],[0.01,86.01],[0,86]]", outside),
        polygon("[[0,0],[0.01,\"0\"],[0.01,0.01],[0,0]]", noPosition),
        polygon("[[0,0],[0.01],[0.01,0.01],[0,0]]", noPosition),
        polygon(
            "[[0,0],[1e999,0],[0.01,0.01],[0,0]]",
            "has a coordinate that is not a number. Draw it again"),
        polygon(
            "[[0,0],[1,0],[1,1],[0,0]]",
            "has a part more than 50 km across. Correct the position that is far off; cut a shape"
                + " that crosses the 180th meridian in two polygons"),
        Arguments.of(
            "{\"type\": \"Feature\", \"properties\": {\"zone_id\": \"bad\", \"kind\": \"court\"},"
                + " \"geometry\": null}",
            "features[1], zone_id bad: has no geometry. Draw it, or remove the feature"),
        other("Polygon", "[]", "", "has a polygon without a ring. Draw it again"),
        other("MultiPolygon", "[]", "", "has no coordinates. Draw it again"),
        other("LineString", "[[0,0]]", "", "has a line of fewer than 2 positions. Draw it again"),
        other(
            "LineString",
            "[[0,0],[0,0]]",
            ", \"drawn\": \"access_route\"",
            "is a line of no length. Draw it from one place to another"),
        other(
            "MultiPoint",
            "[[0,0]]",
            "",
            "is a MultiPoint, which may mix places of different meaning."
                + " Make a feature of each part, or a MultiPolygon of the areas"),
        other(
            "Point",
            "[0,0]",
            ", \"effective_from\": \"2026-09-01\"",
            "has an effective_from that is not an instant. Write it as 2026-09-01T07:00:00Z"),
        other(
            "Point",
            "[0,0]",
            ", \"effective_from\": \"2026-09-01T00:00:00Z\","
                + " \"effective_to\": \"2026-09-01T00:00:00Z\"",
            "has an effective_to that is not after effective_from. Correct one of the two"),
        other(
            "Point",
            "[0,0]",
            ", \"buffer_m\": 99",
            "has a buffer_m narrower than the policy's 100.0 metres."
                + " Widen it, leave it out, or change the policy"),
        other(
            "Point",
            "[0,0]",
            ", \"buffer_m\": \"wide\"",
            "has a buffer_m that is not a number. Give metres, or leave it out"),
        other(
            "Point",
            "[0,0]",
            ", \"buffer_m\": 5001",
            "has a buffer outside 0 to 5000 metres. Give the buffer in metres"),
        Arguments.of(
            feature("bad", "Point", "[0,0]", "").replace("court", "stadium"),
            "features[1], zone_id bad: has a kind that the policy does not name."
                + " Use one of court, food_bank"),
        Arguments.of(
            GOOD,
            "features[1], zone_id good: repeats the zone_id of another."
                + " Give each place its own zone_id"),
        Arguments.of(
            feature("bad", "Point", "[0,0]", "").replace("\"bad\"", "17"),
            "features[1], zone_id 17: has no text for zone_id. Give it as a JSON text"),
        Arguments.of(
            feature("a b", "Point", "[0,0]", ""),
            "features[1], zone_id a b: has an unusable zone_id."
                + " Use 1 to 64 letters, digits and the characters . _ : -"),
        Arguments.of(
            "{\"type\": \"Feature\"}",
            "features[1]: is not a feature with properties. Give zone_id and kind"));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void shouldSayWhichFeatureCannotBeUsedAndTakeNone(String feature, String expected) {
    BadInput e = assertThrows(BadInput.class, () -> read(GOOD, feature));
    assertEquals("zones.geojson " + expected, e.getMessage());
  }

  @Test
  void shouldRefuseWhatIsNoFeatureCollection() {
    assertMessage(
        "{\"type\": \"FeatureCollection\",\n \"features\": [{]}",
        "zones.geojson line 2, column 16: is not JSON from here on.");
    assertMessage(
        "{\"type\": \"FeatureCollection\", \"features\": [NaN]}", "zones.geojson line 1, column");
    assertMessage("", "zones.geojson: is not a GeoJSON FeatureCollection.");
    assertMessage("[]", "zones.geojson: is not a GeoJSON FeatureCollection.");
    assertMessage(
        "{\"type\": \"FeatureCollection\", \"features\": []}",
        "zones.geojson: has no features, which would protect nothing.");
    assertMessage(
        "{\"type\": \"FeatureCollection\", \"features\": [], \"features\": []}",
        "zones.geojson line 1, column");
    assertMessage(
        "{\"type\": \"FeatureCollection\", \"features\": ["
            + GOOD
            + "],"
            + " \"crs\": {\"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::2285\"}}}",
        "zones.geojson: is not in WGS 84 degrees.");
  }

  private static Arguments polygon(String rings, String message) {
    return other("Polygon", "[" + rings + "]", "", message);
  }

  private static Arguments other(String type, String coordinates, String more, String message) {
    return Arguments.of(
        feature("bad", type, coordinates, more), "features[1], zone_id bad: " + message);
  }

  private static String feature(String id, String type, String coordinates, String more) {
    return """
        {"type": "Feature", "properties": {"zone_id": "%s", "kind": "court"%s},
         "geometry": {"type": "%s", "coordinates": %s}}"""
        .formatted(id, more, type, coordinates);
  }

  private static List<ProtectedPlace> read(String... features) {
    String text =
        "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}";
    return GeoJsonZones.read(text, "zones.geojson", BUFFERS);
  }

  private static void assertMessage(String text, String start) {
    String message =
        assertThrows(BadInput.class, () -> GeoJsonZones.read(text, "zones.geojson", BUFFERS))
            .getMessage();
    assertTrue(message.startsWith(start), message);
  }
}
