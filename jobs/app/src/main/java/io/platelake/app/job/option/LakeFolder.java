package io.platelake.app.job.option;

import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks whether a local lake exists, so that a wrong path is reported before Spark starts. */
public final class LakeFolder {
  private LakeFolder() {}

  public static void check(String uri) {
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

  /** Tells a lake that is not there from one that an earlier version made. */
  public static void check(String uri, List<String> missing) {
    if (missing.size() == Table.values().length) {
      throw new BadInput(
          "No lake at " + uri, "its tables are missing", "Create them with: platelake init");
    }
    if (!missing.isEmpty()) {
      throw new BadInput(
          "Lake at " + uri,
          "it lacks the tables " + String.join(", ", missing) + ": another version made it",
          "Use the version that made it, or create a new lake with: platelake init");
    }
  }
}
