package io.platelake.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A folder with a feed of {@code city-2}, {@code feed.yaml}, and the lake it is landed into, {@code
 * lake}, with {@code cam-1} in a street and {@code cam-2} at a school, which is {@code z-1} and
 * protected since 1 June at noon.
 */
public final class FeedFolder {
  /** First line of the files of a {@link #csv} feed. */
  public static final String HEADER = "id,cam,at,plate,state,conf\n";

  private final Path folder;
  private final Lake lake;

  public FeedFolder(Path folder) {
    this.folder = folder;
    this.lake = TestLake.in(folder.resolve("lake"), FeedFolder.class, FeedFolder::placeCameras);
  }

  /**
   * The same with more in its lake.
   *
   * @param of whose lake it is: made once for all of its tests
   */
  public FeedFolder(Path folder, Class<?> of, Consumer<Lake> more) {
    this.folder = folder;
    this.lake = TestLake.in(folder.resolve("lake"), of, FeedFolder.and(more));
  }

  private static Consumer<Lake> and(Consumer<Lake> more) {
    return lake -> {
      placeCameras(lake);
      more.accept(lake);
    };
  }

  public Lake lake() {
    return lake;
  }

  /** Makes it a feed of CSV files; what follows {@code after_landing} may go on in more lines. */
  public void csv(String afterLanding) {
    write(
        "feed.yaml",
        """
        id: f-1
        agency: city-2
        purpose: criminal
        adapter: mapping
        confidence_scale: unit
        after_landing: %s
        mapping:
          format: csv
          header: true
          fields:
            event_id: id
            camera: cam
            captured_at: {column: at, format: iso}
            plate: plate
            state: state
            confidence: conf
        """
            .formatted(afterLanding));
  }

  /** Writes a file by its name in the folder, in a folder of it where the name says so. */
  public Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lands what lies in a folder; the record of the run. */
  public JsonNode land(String asOf, Path raw) {
    return landed(run(asOf, "--json", "land", "--feed", feed(), raw.toString()));
  }

  /** The record of a run that landed; it ends with 4 where, and only where, a share is unusual. */
  public static JsonNode landed(CliRun run) {
    boolean unusual = !run.record().at("/details/unusual").isEmpty();
    assertEquals(unusual ? 4 : 0, run.code(), run.all());
    return run.record();
  }

  /** Replaces a text in the definition of the feed, which must have it. */
  public void edit(String from, String to) {
    try {
      Path file = Path.of(feed());
      String text = Files.readString(file);
      assertTrue(text.contains(from), from);
      Files.writeString(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Registers {@code cam-9}, which the lake does not have at first. */
  public void loadCamera9(String asOf) {
    Path file =
        write(
            "cameras.txt",
            """
            camera_id,vendor_camera_id,site_name,site_type,lat,lon,heading,from,to
            cam-9,,New St,street,47.0500,-122.9100,,2026-01-01T00:00:00Z,
            """);
    CliRun run = run(asOf, "cameras", "load", "--agency", "city-2", file.toString());
    assertEquals(0, run.code(), run.all());
  }

  /** The definition of the feed, as an argument. */
  public String feed() {
    return folder.resolve("feed.yaml").toString();
  }

  public CliRun run(String asOf, String... command) {
    return CliRun.at(folder.resolve("lake"), asOf, command);
  }

  private static void placeCameras(Lake lake) {
    Path root = TestLake.folder(lake);
    try {
      load(
          root,
          "cameras",
          """
          camera_id,vendor_camera_id,site_name,site_type,lat,lon,heading,from,to
          cam-1,,Main St,street,47.0500,-122.9000,,2026-01-01T00:00:00Z,
          cam-2,,School St,street,47.0600,-122.9000,,2026-01-01T00:00:00Z,
          """);
      load(
          root,
          "zones",
          """
          {"type": "FeatureCollection", "features": [{"type": "Feature",
            "properties": {"zone_id": "z-1", "kind": "elementary_school", "name": "School",
                           "effective_from": "2026-06-01T12:00:00Z"},
            "geometry": {"type": "Point", "coordinates": [-122.9001, 47.0601]}}]}
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void load(Path lake, String what, String text) throws IOException {
    Path file = Files.writeString(lake.resolveSibling(what), text);
    CliRun run =
        CliRun.at(
            lake,
            "2026-06-01T00:00:00Z",
            what,
            "load",
            "--agency",
            TestLake.AGENCY,
            file.toString());
    assertEquals(0, run.code(), run.all());
  }
}
