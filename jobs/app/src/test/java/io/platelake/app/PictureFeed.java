package io.platelake.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;

/** A feed of JSON lines with pictures, of agency {@code county-9}, whose policy keeps them. */
public final class PictureFeed {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Lake lake;

  /** With a lake of its own. */
  public PictureFeed(Path folder) {
    this(folder, TestLake.in(folder.resolve("lake"), PictureFeed.class, PictureFeed::adopt));
  }

  /**
   * @param lake one in which {@link #adopt} has been done
   */
  public PictureFeed(Path folder, Lake lake) {
    this.folder = folder;
    this.lake = lake;
  }

  public Lake lake() {
    return lake;
  }

  /** The agency with its policy, and one camera of each agency. */
  public static void adopt(Lake lake) {
    Path root = TestLake.folder(lake);
    try {
      Path policy = root.resolveSibling("policy.yaml");
      Files.writeString(policy, TestPolicies.waCityTextWithImages());
      Path cameras = root.resolveSibling("cameras.csv");
      Files.writeString(
          cameras,
          """
          camera_id,vendor_camera_id,site_name,site_type,lat,lon,heading,from,to
          cam-1,,Main St,street,47.0500,-122.9000,,2026-01-01T00:00:00Z,
          """);
      String start = "2026-05-01T00:00:00Z";
      done(root, start, "init", "--agency", "county-9", "--policy", policy.toString());
      done(root, start, "cameras", "load", "--agency", "county-9", cameras.toString());
      done(root, start, "cameras", "load", "--agency", TestLake.AGENCY, cameras.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes that begin as a JPEG and compress as badly as one. */
  public static byte[] jpeg(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) 0xD8;
    bytes[2] = (byte) 0xFF;
    return bytes;
  }

  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * One read as a line of the feed.
   *
   * @param crop of the plate, null for none
   * @param scene null for none
   */
  public static String line(
      String event, String camera, String at, String plate, String crop, String scene) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", event).put("cam", camera).put("at", at).put("plate", plate);
    line.put("crop", crop).put("scene", scene).put("ref", "store/" + event);
    return line + "\n";
  }

  /** Lands lines under a file name and gives the run. */
  public CliRun land(String asOf, String agency, String more, String name, String... lines)
      throws IOException {
    byte[] text = String.join("", lines).getBytes(StandardCharsets.UTF_8);
    return land(asOf, agency, more, "jsonl", name, text);
  }

  /** Lands one multipart body, whose documents are JSON. */
  public CliRun landBody(String asOf, String agency, String name, byte[] body) throws IOException {
    return land(asOf, agency, "", "json", name, body);
  }

  private CliRun land(
      String asOf, String agency, String more, String format, String name, byte[] content)
      throws IOException {
    Path feed = folder.resolve("feed.yaml");
    Files.writeString(
        feed,
        """
        id: f-9
        agency: %s
        purpose: criminal
        adapter: mapping
        %s
        mapping:
          format: %s
          fields:
            event_id: id
            camera: cam
            captured_at: {path: at, format: iso}
            plate: plate
            image_ref: ref
          images: [{kind: plate_crop, path: crop}, {kind: scene, path: scene}]
        """
            .formatted(agency, more, format));
    Path file = folder.resolve(name);
    Files.write(file, content);
    return done(
        TestLake.folder(lake), asOf, "--json", "land", "--feed", feed.toString(), file.toString());
  }

  /** Whether the bytes, which no compression makes shorter, lie in any file of the lake. */
  public static boolean lies(Path lake, byte[] picture) throws IOException {
    String wanted = new String(picture, 100, 200, StandardCharsets.ISO_8859_1);
    try (Stream<Path> all = Files.walk(lake)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  private static CliRun done(Path lake, String asOf, String... command) {
    CliRun run = CliRun.at(lake, asOf, command);
    assertEquals(0, run.code(), run.all());
    return run;
  }
}
