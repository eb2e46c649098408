package io.platelake.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reference inputs that lie beside the project; a test without them is skipped. */
public final class Shared {
  private Shared() {}

  /** A file of them, such as {@code formats/axis/alpv_event.json}. */
  public static Path file(String name) {
    Path file = root().resolve(name);
    assumeTrue(
        Files.isReadable(file),
        () ->
            "skipped: no "
                + file
                + "; put the reference inputs beside the repository, or name their folder with"
                + " -Dplatelake.shared");
    return file;
  }

  /** A JSON file of them. */
  public static JsonNode json(String name) {
    try {
      return new ObjectMapper().readTree(file(name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    String named = System.getProperty("platelake.shared", System.getenv("PLATELAKE_SHARED"));
    return named != null
        ? Path.of(named)
        : Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .resolve("../../../shared")
            .normalize();
  }
}
