package io.platelake.city.land;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.app.CliRun;
import io.platelake.app.Shared;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A made-up day over the real cameras of Washington, fenced by its real health centres and food
 * banks, judged by a distance that is computed here and not by the fence.
 */
@Tag("lake")
class RealPlacesTest {
  private static final String CAMERAS = "data/deflock-cameras-us/osm-by-state/Washington.json";
  private static final String FACILITIES = "data/wa-facilities/urbanaid-wa-utilities.json";
  private static final Map<String, String> KINDS =
      Map.of("health_center", "protected_health_care", "free_food", "food_bank");

  /** Metres, as {@code wa-city.yaml} has them. */
  private static final Map<String, Double> BUFFERS =
      Map.of("protected_health_care", 150.0, "food_bank", 100.0);

  private static final double MEAN_EARTH_RADIUS = 6_371_008.8;

  /** The sphere is off by up to half a percent; so close to the edge nothing is claimed. */
  private static final double SPHERE_ERROR = 0.006;

  private static final String NIGHT = "2026-06-03T08:00:00Z";

  @TempDir private Path folder;

  private record Spot(double lat, double lon, double buffer) {}

  @Test
  void shouldKeepNoReadOfACameraAtARealProtectedPlace() throws IOException {
    Path root = folder.resolve("lake");
    Path city = folder.resolve("city");
    String cameraFile = Shared.file(CAMERAS).toString();
    List<Spot> places = new ArrayList<>();
    String zones = zones(Shared.json(FACILITIES), places);
    Lake lake = TestLake.in(root);
    done(
        CliRun.of(
            "generate",
            "--out",
            city.toString(),
            "--reads",
            "3000",
            "--days",
            "1",
            "--start",
            "2026-06-01",
            "--seed",
            "7",
            "--feeds",
            "openalpr,csv",
            "--cameras",
            cameraFile));
    String cameras = city.resolve("cameras.csv").toString();
    JsonNode loaded = done(run(root, "cameras", "load", "--agency", "city-2", cameras));
    assertEquals(811, loaded.at("/counts/cameras").asLong(), "cameras on the map of Washington");
    JsonNode fenced = done(run(root, "zones", "load", "--agency", "city-2", zones));
    assertEquals(places.size(), fenced.at("/counts/places").asLong());
    assertTrue(places.size() > 900, "facilities: " + places.size());

    Map<String, Long> counts = new TreeMap<>();
    for (String feed : List.of("openalpr", "csv")) {
      String definition = city.resolve("feeds/" + feed + ".yaml").toString();
      String raw = city.resolve("raw/" + feed).toString();
      JsonNode landed = done(run(root, "land", "--feed", definition, raw));
      JsonNode each = landed.get("counts");
      assertEquals(
          each.get("records").asLong(),
          each.get("kept").asLong()
              + each.get("excluded").asLong()
              + each.get("refused").asLong()
              + each.get("duplicate").asLong()
              + each.get("quarantined").asLong(),
          "fates of " + feed);
      each.fieldNames().forEachRemaining(n -> counts.merge(n, each.get(n).asLong(), Long::sum));
    }
    assertTrue(counts.get("records") >= 3000, "records: " + counts);
    assertEquals(counts.get("kept"), lake.read(Table.READS).count());
    assertEquals(
        counts.get("excluded"),
        lake.read(Table.EXCLUSIONS)
            .agg(org.apache.spark.sql.functions.sum("reads"))
            .first()
            .get(0));

    Map<String, Double> outside = outside(Path.of(cameras), places);
    Set<String> kept = ids(lake.read(Table.READS).select("camera_id"));
    Set<String> excluded = ids(lake.read(Table.EXCLUSIONS).select("camera_id"));
    Set<String> wronglyKept = new TreeSet<>(kept);
    wronglyKept.removeIf(c -> outside.get(c) > -SPHERE_ERROR);
    assertEquals(Set.of(), wronglyKept, "kept within a buffer");
    Set<String> wronglyExcluded = new TreeSet<>(excluded);
    wronglyExcluded.removeIf(c -> outside.get(c) < SPHERE_ERROR);
    assertEquals(Set.of(), wronglyExcluded, "excluded outside every buffer");
    assertTrue(excluded.size() >= 10, "cameras at protected places: " + excluded.size());
    assertTrue(counts.get("excluded") >= 30, "reads at protected places: " + counts);
    Set<String> both = new HashSet<>(kept);
    both.retainAll(excluded);
    assertEquals(Set.of(), both, "cameras whose reads were both kept and excluded");
  }

  /** How far each camera is from the edge of the nearest buffer, as a share of the buffer. */
  private static Map<String, Double> outside(Path cameras, List<Spot> places) throws IOException {
    Map<String, Double> outside = new HashMap<>();
    for (String line : Files.readAllLines(cameras).stream().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      double lat = Double.parseDouble(cells[5]);
      double lon = Double.parseDouble(cells[6]);
      double nearest = Double.MAX_VALUE;
      for (Spot s : places) {
        nearest = Math.min(nearest, haversine(lat, lon, s.lat(), s.lon()) / s.buffer() - 1);
      }
      outside.put(cells[0], nearest);
    }
    return outside;
  }

  private static double haversine(double lat1, double lon1, double lat2, double lon2) {
    double sinLat = Math.sin(Math.toRadians(lat2 - lat1) / 2);
    double sinLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
    double h =
        sinLat * sinLat
            + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * sinLon * sinLon;
    return 2 * MEAN_EARTH_RADIUS * Math.asin(Math.sqrt(h));
  }

  private String zones(JsonNode facilities, List<Spot> places) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode collection = json.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (JsonNode facility : facilities) {
      String kind = KINDS.get(facility.path("category").asText());
      if (kind == null) {
        continue;
      }
      double lat = facility.get("latitude").asDouble();
      double lon = facility.get("longitude").asDouble();
      places.add(new Spot(lat, lon, BUFFERS.get(kind)));
      ObjectNode feature = features.addObject().put("type", "Feature");
      feature.putObject("properties").put("zone_id", facility.get("id").asText()).put("kind", kind);
      feature.putObject("geometry").put("type", "Point").putArray("coordinates").add(lon).add(lat);
    }
    Path file = folder.resolve("zones.geojson");
    json.writeValue(file.toFile(), collection);
    return file.toString();
  }

  private static CliRun run(Path lake, String... command) {
    String[] all = new String[command.length + 1];
    all[0] = "--json";
    System.arraycopy(command, 0, all, 1, command.length);
    return CliRun.at(lake, NIGHT, all);
  }

  private static JsonNode done(CliRun run) {
    assertEquals(0, run.code(), run.all());
    return run.out().isBlank() ? null : run.record();
  }

  private static Set<String> ids(org.apache.spark.sql.Dataset<Row> one) {
    Set<String> ids = new TreeSet<>();
    one.distinct().collectAsList().forEach(r -> ids.add(r.getString(0)));
    return ids;
  }
}
