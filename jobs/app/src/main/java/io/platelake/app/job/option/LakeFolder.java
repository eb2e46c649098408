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
          "it lacks the tables " + String.join(", ", missing) + ": an earlier release made it",
          "Bring it forward with: platelake migrate");
    }
  }

  /** Lets a lake of an earlier release pass, which may lack tables. */
  public static void checkOld(String uri, List<String> missing) {
    if (missing.size() == Table.values().length) {
      check(uri, missing);
    }
    if (missing.contains(Table.POLICY_VERSIONS.folder())) {
      throw new BadInput(
          "Lake at " + uri,
          "it has no table of policies: no release made it so",
          "Correct --lake, or restore the folder policy_versions from a backup.");
    }
  }
}
