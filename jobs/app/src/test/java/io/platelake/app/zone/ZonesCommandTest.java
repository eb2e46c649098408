package io.platelake.app.zone;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code zones load} takes and refuses, and what {@code zones check} shows of it. */
@Tag("lake")
class ZonesCommandTest {
  private static final String NOW = "2026-06-10T00:00:00Z";

  /** 76 m by 111 m. */
  private static final String RING =
      "[[-122.9,47.05],[-122.899,47.05],[-122.899,47.051],[-122.9,47.051],[-122.9,47.05]]";

  /** 760 m by 556 m. */
  private static final String WIDE =
      "[[-122.9,47.055],[-122.89,47.055],[-122.89,47.06],[-122.9,47.06],[-122.9,47.055]]";

  private static final String CAMERAS =
      """
      camera_id,site_type,lat,lon,from
      cam-in,street,47.0505,-122.8995,2026-01-01T00:00:00Z
      cam-out,street,47.0700,-122.8995,2026-01-01T00:00:00Z
      """;

  @TempDir private Path folder;

  @Test
  void shouldShowTheGroundThatEachPlaceProtects() throws IOException {
    TestLake.in(lake());
    String text =
        collection(
            feature("z-1", "court", "", "Polygon", "[" + RING + "]"),
            feature("z-2", "court", ", 'drawn': 'premises'", "LineString", RING),
            feature("z-3", "court", ", 'drawn': 'access_route'", "LineString", WIDE),
            feature("z-4", "court", "", "Point", "[-122.88,47.06]"),
            feature(
                "z-5",
                "court",
                ", 'effective_from': '2027-01-01T00:00:00Z', 'premises_m': 60",
                "Point",
                "[-122.88,47.05]"));
    CliRun loaded = load(text);
    assertEquals(0, loaded.code(), loaded.all());
    assertEquals(2, loaded.record().at("/counts/drawn_as_points").asInt());
    assertEquals(0, run("cameras", "load", "--agency", "city-2", file("c.csv", CAMERAS)).code());

    CliRun check = run("zones", "check", "--agency", "city-2");
    assertEquals(4, check.code(), check.all());
    assertEquals(
        """
        cam-in                   in court                    z-1

        place                    kind                     drawn as  buffer m  premises m2 protected m2  remark
        z-1                      court                    area           100         8447        77282
        z-2                      court                    area           100         8447        77282
        z-3                      court                    route           50            0       260972  a closed line: ground inside, beyond the buffer, is open
        z-4                      court                    point          100            0        31403  the buffer counts from the point, not from the edge of the premises
        z-5                      court                    point          160            0        80392  protected from 2027-01-01T00:00:00Z
        """,
        check.out());
  }

  @Test
  void shouldAskWhatIsMeantAndKeepWhatIsKnown() throws IOException {
    TestLake.in(lake());
    assertEquals(
        0, load(collection(feature("z-1", "court", "", "Polygon", "[" + RING + "]"))).code());
    assertAll(
        () -> assertRefused("a closed line without drawn: is it", "", "LineString", RING),
        () ->
            assertRefused(
                "has a position outside US-WA. Give WGS 84 degrees, longitude first, west",
                "",
                "Point",
                "[122.9,47.05]"),
        () ->
            assertRefused("has a latitude beyond 90 degrees, as if", "", "Point", "[47.05,-122.9]"),
        () -> assertRefused("looks like one that is read", ", 'buffer': 9", "Point", "[0,0]"),
        () -> assertRefused("less than one square metre", "", "Polygon", "[" + speck() + "]"));
    CliRun check = run("zones", "check", "--agency", "city-2");
    assertTrue(check.out().contains("z-1   "), check.all());
    assertEquals(0, check.code(), check.all());
  }

  private static String speck() {
    return "[[-122.9,47.05],[-122.900001,47.05],[-122.900001,47.050001],[-122.9,47.05]]";
  }

  private void assertRefused(String why, String properties, String type, String coordinates)
      throws IOException {
    CliRun run = load(collection(feature("z-9", "court", properties, type, coordinates)));
    assertEquals(2, run.code(), run.all());
    assertTrue(run.all().contains("features[0], zone_id z-9: "), run.all());
    assertTrue(run.all().contains(why), run.all());
  }

  private CliRun load(String text) throws IOException {
    return run("--json", "zones", "load", "--agency", "city-2", file("z.geojson", text));
  }

  private CliRun run(String... command) {
    return CliRun.at(lake(), NOW, command);
  }

  private Path lake() {
    return folder.resolve("lake");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String collection(String... features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}";
  }

  private static String feature(
      String id, String kind, String more, String type, String coordinates) {
    return """
        {"type": "Feature", "properties": {"zone_id": "%s", "kind": "%s"%s},
         "geometry": {"type": "%s", "coordinates": %s}}"""
        .formatted(id, kind, more.replace('\'', '"'), type, coordinates);
  }
}
