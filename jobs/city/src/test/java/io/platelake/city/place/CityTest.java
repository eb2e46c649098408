package io.platelake.city.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.platelake.city.generate.GeneratedCity;
import io.platelake.city.generate.GeneratedSummary;
import io.platelake.city.generate.Generator;
import io.platelake.city.option.CameraPosition;
import io.platelake.city.option.CityPlan;
import io.platelake.city.option.Facility;
import io.platelake.city.option.Feed;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.core.BadInput;
import io.platelake.core.zone.GeoJsonZones;
import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.ZoneBuffers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cameras, protected places and which excludes which, invented and given. */
class CityTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(doubles = {30, 100, 150, 200})
  void shouldExcludeTheSameInventedCamerasAsTheGeofenceUnderEveryUsualBuffer(double metres)
      throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      GeneratorOptions options = GeneratorOptions.of(seed, MONDAY, 4, 1);
      City city = new City(options);
      Instant middle = options.landedAt(0);
      List<Facility> places = Facilities.near(city, middle);
      assertEquals(Facility.KINDS, places.stream().map(Facility::kind).toList());
      Path file = folder.resolve("zones-" + seed + ".geojson");
      CityFiles.zones(file, places);
      Geofence fence = fence(Files.readString(file), metres);
      Exclusions exclusions = new Exclusions(city.cameras(), places, Map.of(), 150);
      for (Camera camera : city.cameras()) {
        for (Instant at : new Instant[] {middle.minusMillis(1), middle}) {
          Facility place = exclusions.at(camera.index(), at.toEpochMilli());
          CameraPosition position = camera.position();
          assertEquals(
              fence.zoneAt(position.lon(), position.lat(), at).orElse(null),
              place == null ? null : place.id());
        }
      }
      assertEquals(3, city.cameras().stream().filter(c -> exclusions.ever(c.index())).count());
    }
  }

  @Test
  void shouldKeepInventedCamerasApart() {
    City city = new City(GeneratorOptions.of(4, MONDAY, 1, 1));
    for (Camera a : city.cameras()) {
      for (Camera b : city.cameras()) {
        double metres =
            City.metres(
                a.position().lat(), a.position().lon(), b.position().lat(), b.position().lon());
        assertTrue(a == b || metres > 500, "metres " + metres);
      }
    }
    assertEquals(12, city.cameras().stream().filter(c -> c.feed() == Feed.OPENALPR).count());
    assertEquals(6, city.cameras().stream().filter(c -> c.feed() == Feed.CSV).count());
  }

  @Test
  void shouldGenerateOverRealPositions() throws IOException {
    Path shared = shared().resolve("data/deflock-cameras-us/osm-by-state/Washington.json");
    assumeTrue(Files.exists(shared), "no reference data beside the project: " + shared);
    List<CameraPosition> positions = GeoJson.cameras(Files.readString(shared), "Washington.json");
    assertEquals(811, positions.size());
    assertEquals(new CameraPosition(48.435986, -122.335456, 230), positions.get(0));
    GeneratorOptions options =
        GeneratorOptions.of(1, MONDAY, 2, 5_000)
            .withCity(CityPlan.invented(24).withCameras(positions));
    GeneratedSummary summary = Generator.run(options, folder.resolve("real"));
    assertEquals(811, summary.cameras());
    assertTrue(summary.excludedCameras() >= 3);
    assertEquals(812, Files.readAllLines(folder.resolve("real/cameras.csv")).size());
  }

  @Test
  void shouldTakeGivenPlaces() throws IOException {
    String given =
        """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
         "properties": {"zone_id": "z1", "kind": "court", "name": "Court",
                        "effective_from": "2026-03-03T00:00:00Z"},
         "geometry": {"type": "Polygon", "coordinates":
           [[[-122.0, 47.0], [-121.999, 47.0], [-121.999, 47.001], [-122.0, 47.001], [-122.0, 47.0]]]}}]}
        """;
    List<Facility> places = GeoJson.places(given, "zones.geojson");
    CityPlan plan =
        CityPlan.invented(24)
            .withCameras(
                List.of(
                    new CameraPosition(47.0005, -121.9995, 0),
                    new CameraPosition(47.0018, -121.9995, 0),
                    new CameraPosition(47.0030, -121.9995, 0)))
            .withPlaces(places, Map.of("court", 100.0));
    GeneratorOptions options = GeneratorOptions.of(1, MONDAY, 2, 2_000).withCity(plan);
    GeneratedCity city = GeneratedCity.of(options, folder.resolve("given"));
    assertEquals(2, city.summary().excludedCameras());
    Map<String, Integer> excluded = new HashMap<>();
    city.truthWith("outcome", "excluded")
        .forEach(row -> excluded.merge(row.get("camera").asText(), 1, Integer::sum));
    assertEquals(Set.of("cam-001", "cam-002"), excluded.keySet());
    Geofence fence = fence(Files.readString(city.out().resolve("zones.geojson")), 100);
    assertEquals("Court", fence.places().get(0).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, 2",
        "{\"type\": \"FeatureCollection\"}",
        "{\"features\": [{\"properties\": {\"zone_id\": \"z\"}, \"geometry\": {\"type\":"
            + " \"Point\"}}]}",
        "{\"features\": [{\"properties\": {}, \"geometry\": {\"type\": \"Polygon\","
            + " \"coordinates\": []}}]}",
        "{\"features\": [{\"properties\": {\"zone_id\": \"z\"}, \"geometry\": {\"type\":"
            + " \"Polygon\", \"coordinates\": [[[1, 2], [3, 4], [5, 6], [7, 8]]]}}]}"
      })
  void shouldRefuseWhatIsNoPlace(String text) {
    assertThrows(BadInput.class, () -> GeoJson.places(text, "zones.geojson"));
  }

  private static Geofence fence(String geoJson, double metres) {
    Map<String, Double> buffers = new HashMap<>();
    Facility.KINDS.forEach(kind -> buffers.put(kind, metres));
    return Geofence.of(GeoJsonZones.read(geoJson, "zones.geojson", new ZoneBuffers(buffers, 50)));
  }

  private static Path shared() {
    String given = System.getProperty("platelake.shared", System.getenv("PLATELAKE_SHARED"));
    if (given != null) {
      return Path.of(given);
    }
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.isDirectory(root.resolve("schemas"))) {
      root = root.getParent();
    }
    return root.resolveSibling("shared");
  }
}
