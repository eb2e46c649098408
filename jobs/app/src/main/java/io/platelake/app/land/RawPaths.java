package io.platelake.app.land;

import io.platelake.core.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Paths of raw files as people give them: local ones, or URIs of a storage. */
public final class RawPaths {
  private RawPaths() {}

  /**
   * Looks for local files, so that a wrong path costs no start of Spark. A storage is asked later.
   *
   * @throws BadInput if nothing is at a path
   */
  public static void requireThere(List<String> paths) {
    for (String given : paths) {
      boolean local = !given.contains("://") && !given.startsWith("file:");
      if (local && !Files.exists(Path.of(given))) {
        throw new BadInput("Path " + given, "there is nothing there", "Check the path.");
      }
    }
  }
}
