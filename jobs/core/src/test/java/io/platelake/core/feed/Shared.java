package io.platelake.core.feed;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reference inputs that lie beside the project; a test without them is skipped. */
public final class Shared {
  private Shared() {}

  public static byte[] bytes(String name) throws IOException {
    Path file = root().resolve(name);
    assumeTrue(
        Files.isReadable(file),
        () -> "skipped: no " + file + "; put the reference inputs beside the repository");
    return Files.readAllBytes(file);
  }

  private static Path root() {
    String named = System.getProperty("platelake.shared", System.getenv("PLATELAKE_SHARED"));
    if (named != null) {
      return Path.of(named);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("schemas")) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared");
  }
}
