package io.platelake.core.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kind and property tell what a feature draws; a shape that leaves it open is refused. */
class DrawnMeaningTest {
  private static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");
  private static final ZoneBuffers BUFFERS =
      new ZoneBuffers(Map.of("court", 100.0, "event", 300.0), 50);

  /** 1,114 m by 1,114 m on the equator, and its middle. */
  private static final String RING = "[[0,0],[0.01,0],[0.01,0.01],[0,0.01],[0,0]]";

  private static final String HOLE =
      "[[0.002,0.002],[0.008,0.002],[0.008,0.008],[0.002,0.008],[0.002,0.002]]";

  private static final String SMALL_HOLE =
      "[[0.004,0.004],[0.005,0.004],[0.005,0.005],[0.004,0.005],[0.004,0.004]]";

  /** Shape and properties, then the buffer and whether the middle is protected. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Polygon         | [R]       |                                      | 100 | true",
        "Polygon         | [R]       | 'drawn': 'premises'                  | 100 | true",
        "Polygon         | [V]       |                                      | 100 | true",
        "MultiPolygon    | [[R]]     |                                      | 100 | true",
        "LineString      | R         | 'drawn': 'premises'                  | 100 | true",
        "LineString      | V         | 'drawn': 'premises'                  | 100 | true",
        "LineString      | R         | 'drawn': 'access_route'              | 50  | false",
        "Polygon         | [R]       | 'drawn': 'access_route'              | 50  | true",
        "Polygon         | [R,S]     |                                      | 100 | true",
        "Polygon         | [R,H]     | 'holes': 'open'                      | 100 | false",
        "Polygon         | [R,H]     | 'holes': 'protected'                 | 100 | true",
        "MultiPolygon    | [[R,H]]   | 'holes': 'protected'                 | 100 | true",
        "Point           | [0.0055,0.005] |                                 | 100 | true",
        "Point           | [0,0.005] |                                      | 100 | false",
        "Point           | [0,0.005] | 'premises_m': 500                    | 600 | true",
        "Point           | [0,0.005] | 'premises_m': 500, 'buffer_m': 700   | 700 | true",
      })
  void shouldProtectWhatKindAndPropertySay(
      String type, String coordinates, String properties, double metres, boolean middle) {
    ProtectedPlace place = read(type, coordinates, "court", properties).get(0);
    assertEquals(metres, place.bufferMetres());
    assertEquals(middle, Geofence.of(List.of(place)).placeAt(0.005, 0.005, AT).isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LineString | R | | is a closed line without drawn: is it the outline of premises,"
            + " whose inside is protected, or an access route."
            + " Draw premises as a Polygon, or give drawn: access_route",
        "LineString | [[0,0],[0.01,0],[0.01,0.01],[0,0.01]] | | is a line without drawn: is it the"
            + " outline of premises, whose inside is protected, or an access route."
            + " Draw premises as a Polygon, or give drawn: access_route",
        "LineString | [[0,0],[0.01,0.01]] | | is a line without drawn: is it the"
            + " outline of premises, whose inside is protected, or an access route."
            + " Draw premises as a Polygon, or give drawn: access_route",
        "LineString | [[0,0],[0.01,0],[0.01,0.01]] | 'drawn': 'premises' | is premises drawn as a"
            + " line that is not closed, which has no inside."
            + " Draw them as a Polygon, or repeat the first position at the end",
        "LineString | [[0,0],[0,0]] | 'drawn': 'premises' | has a ring of fewer than 4 positions."
            + " Draw it again",
        "LineString | [[0,0],[0.01,0.01],[0.01,0],[0,0.01],[0,0]] | 'drawn': 'premises' |"
            + " is not a valid shape (Self-intersection)."
            + " Redraw it: rings must not cross or touch themselves or each other",
        "Polygon | [R] | 'drawn': 'fence' | has a drawn that is not known."
            + " Write premises or access_route",
        "Point | [0,0] | 'drawn': 'access_route' | is an access route drawn as a point."
            + " Draw the route as a line",
        "Polygon | [R,H] | | has a hole that its buffer does not fill: may reads be collected in"
            + " there. Write holes: open or holes: protected; draw a second building as a"
            + " MultiPolygon",
        "Polygon | [R,S] | 'drawn': 'access_route' | has a hole that its buffer does not fill: may"
            + " reads be collected in there. Write holes: open or holes: protected; draw a second"
            + " building as a MultiPolygon",
        "Polygon | [R,H] | 'holes': 'closed' | has holes that are not known, or no area to have"
            + " them in. Write open or protected, and that for polygons only",
        "Point | [0,0] | 'holes': 'open' | has holes that are not known, or no area to have"
            + " them in. Write open or protected, and that for polygons only",
        "Polygon | [R] | 'premises_m': 20 | has premises_m, which only a point has."
            + " Leave it out: the shape shows the premises",
        "LineString | R | 'drawn': 'access_route', 'premises_m': 20 | has premises_m, which only a"
            + " point has. Leave it out: the shape shows the premises",
        "Point | [0,0] | 'premises_m': '20' | has a premises_m that is not a number from 0 to 1000."
            + " Give the metres from the point to the farthest edge of the premises",
        "Point | [0,0] | 'premises_m': -1 | has a premises_m that is not a number from 0 to 1000."
            + " Give the metres from the point to the farthest edge of the premises",
        "Polygon | [[[0,0],[0.000001,0],[0.000001,0.000001],[0,0]]] | | has a polygon of less than"
            + " one square metre. Draw the premises, or give a Point",
        "Polygon | [[[0,0],[0.01,0],[0.02,0],[0,0]]] | | is not a valid shape (Self-intersection)."
            + " Redraw it: rings must not cross or touch themselves or each other",
        "MultiPolygon | [[R],[R]] | | is not a valid shape (Self-intersection)."
            + " Redraw it: rings must not cross or touch themselves or each other",
        "MultiPolygon | [[R],[H]] | | is not a valid shape (Nested shells)."
            + " Redraw it: rings must not cross or touch themselves or each other",
        "Polygon | [R] | 'buffer': 300 | has a property that looks like one that is read and is"
            + " none: buffer. Write buffer_m, drawn, effective_from, effective_to, holes, kind,"
            + " name, premises_m or zone_id, or rename the property",
        "Polygon | [R] | 'Effective_From': '2026-01-01T00:00:00Z' | has a property that looks like"
            + " one that is read and is none: Effective_From. Write buffer_m, drawn,"
            + " effective_from, effective_to, holes, kind, name, premises_m or zone_id, or rename"
            + " the property",
        "Point | [0,0] | 'radius': 300 | has a property that looks like one that is read and is"
            + " none: radius. Write buffer_m, drawn, effective_from, effective_to, holes, kind,"
            + " name, premises_m or zone_id, or rename the property",
        "Point | [0,0,'12 m'] | | has a position that is not two or three numbers."
            + " Write [longitude, latitude]",
        "Point | [] | | has a position that is not two or three numbers."
            + " Write [longitude, latitude]",
        "MultiPolygon | [[]] | | has a polygon without a ring. Draw it again",
        "MultiPolygon | [R] | | has a ring of fewer than 4 positions. Draw it again",
        "MultiLineString | [R] | | is a MultiLineString, which may mix places of different meaning."
            + " Make a feature of each part, or a MultiPolygon of the areas",
        "GeometryCollection | [] | | is a GeometryCollection, which may mix places of different"
            + " meaning. Make a feature of each part, or a MultiPolygon of the areas",
        "LineString | [[179.999,0],[-179.999,0]] | 'drawn': 'access_route' | has a part more than"
            + " 50 km across. Correct the position that is far off; cut a shape that crosses the"
            + " 180th meridian in two polygons",
      })
  void shouldAskWhereTheDrawingLeavesItOpen(
      String type, String coordinates, String properties, String message) {
    BadInput e = assertThrows(BadInput.class, () -> read(type, coordinates, "court", properties));
    assertEquals("z.geojson features[0], zone_id z: " + message, e.getMessage());
  }

  @Test
  void shouldGiveTheRouteOfAnEventTheWiderBuffer() {
    String when =
        "'effective_from': '2026-06-01T00:00:00Z', 'effective_to': '2026-06-02T00:00:00Z'";
    String march = "'drawn': 'access_route', " + when;
    ProtectedPlace place = read("LineString", "[[0,0],[0.01,0.01]]", "event", march).get(0);
    assertEquals(300, place.bufferMetres());
  }

  @Test
  void shouldWantAKind() {
    String text = collection("Point", "[0,0]", "court", "").replace("\"kind\"", "\"type\"");
    BadInput e = assertThrows(BadInput.class, () -> GeoJsonZones.read(text, "z.geojson", BUFFERS));
    assertEquals(
        "z.geojson features[0], zone_id z: has no text for kind. Give it as a JSON text",
        e.getMessage());
  }

  /** What a crs note says, and whether the file is read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type': 'name', 'properties': {'name': 'urn:ogc:def:crs:OGC:1.3:CRS84'}} | true",
        "{'type': 'name', 'properties': {'name': 'urn:ogc:def:crs:OGC::CRS84'}}    | true",
        "{'type': 'name', 'properties': {'name': 'EPSG:4326'}}                     | true",
        "{'type': 'name', 'properties': {'name': 'urn:ogc:def:crs:EPSG::4326'}}    | true",
        "{'type': 'name', 'properties': {'name': 'urn:ogc:def:crs:EPSG::3857'}}    | false",
        "{'type': 'name', 'properties': {'name': 'EPSG:4269'}}                     | false",
        "{'type': 'name', 'properties': {'name': 'EPSG:2285, was CRS84'}}          | false",
        "{'type': 'name', 'properties': {'name': 'EPSG:2285', 'note': 'CRS84'}}    | false",
        "{'type': 'link', 'properties': {'href': 'https://example.org/CRS84'}}     | false",
        "null                                                                      | false",
      })
  void shouldReadDegreesOfWgs84Only(String crs, boolean read) {
    String note = "\"crs\": " + crs.replace('\'', '"') + ", ";
    String file = collection("Point", "[0,0]", "court", "");
    for (String text :
        List.of(
            file.replace("\"features\"", note + "\"features\""),
            file.replace("\"properties\"", note + "\"properties\""),
            file.replace("\"coordinates\"", note + "\"coordinates\""))) {
      if (read) {
        assertEquals(1, GeoJsonZones.read(text, "z.geojson", BUFFERS).size());
      } else {
        assertThrows(BadInput.class, () -> GeoJsonZones.read(text, "z.geojson", BUFFERS), text);
      }
    }
  }

  @Test
  void shouldFenceBothSidesOfTheMeridianOfAPlaceCutInTwo() {
    ProtectedPlace place =
        read(
                "MultiPolygon",
                "[[[[179.99,0],[180,0],[180,0.01],[179.99,0.01],[179.99,0]]],"
                    + "[[[-180,0],[-179.99,0],[-179.99,0.01],[-180,0.01],[-180,0]]]]",
                "court",
                "")
            .get(0);
    Geofence fence = Geofence.of(List.of(place));
    assertTrue(fence.placeAt(179.995, 0.005, AT).isPresent());
    assertTrue(fence.placeAt(-179.995, 0.005, AT).isPresent());
    assertFalse(fence.placeAt(0, 0.005, AT).isPresent());
  }

  private static List<ProtectedPlace> read(
      String type, String coordinates, String kind, String properties) {
    return GeoJsonZones.read(collection(type, coordinates, kind, properties), "z.geojson", BUFFERS);
  }

  private static String collection(
      String type, String coordinates, String kind, String properties) {
    String drawn =
        coordinates
            .replace("R", RING)
            .replace("V", "[[0,0],[0,0.01],[0.01,0.01],[0.01,0],[0,0]]")
            .replace("S", SMALL_HOLE)
            .replace("H", HOLE)
            .replace('\'', '"');
    String more = properties == null || properties.isBlank() ? "" : ", " + properties;
    return """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
          "properties": {"zone_id": "z", "kind": "%s"%s},
          "geometry": {"type": "%s", "coordinates": %s}}]}"""
        .formatted(kind, more.replace('\'', '"'), type, drawn);
  }
}
