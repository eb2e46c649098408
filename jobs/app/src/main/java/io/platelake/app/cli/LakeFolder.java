package io.platelake.app.cli;

import io.platelake.core.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether a local lake is there, so that a wrong path is told before Spark starts. */
final class LakeFolder {
  private LakeFolder() {}

  static void check(String uri) {
    if (uri.contains("://") || uri.startsWith("file:")) {
      return;
    }
    if (!Files.isDirectory(Path.of(uri, "policy_versions", "_delta_log"))) {
      throw new BadInput(
          "No lake at " + uri,
          "its tables are missing",
          "Correct --lake, or create it with: platelake --lake " + uri + " init");
    }
  }
}
