package io.platelake.lake.proof;

import io.platelake.lake.proof.files.StoredFile;
import io.platelake.lake.proof.log.LogActions;
import io.platelake.lake.proof.log.LogFiles;
import io.platelake.lake.proof.log.LogReplay;
import io.platelake.lake.proof.log.LoggedFile;
import io.platelake.lake.proof.log.TableState;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Table features that would break the proof. Under them a deleted row stays in a live file, a
 * second copy of it is written, or a listing of the partition folder does not show every file.
 */
final class ProofBreakers {
  private static final Map<String, String> SWITCHES =
      Map.of(
          "delta.enableDeletionVectors", "deletion vectors keep deleted rows in live files",
          "delta.enableChangeDataFeed", "the change data feed writes a second copy of rows",
          "delta.enableRowTracking", "row tracking gives rows an identity that outlives them",
          "delta.randomizeFilePrefixes", "random prefixes put files outside partition folders");

  private static final Set<String> MANAGED =
      Set.of(
          "catalogManaged", "catalogOwned", "catalogOwned-preview", "coordinatedCommits-preview");

  private ProofBreakers() {}

  static Set<Finding> check(TableState table, LogFiles log) throws IOException {
    Set<Finding> findings = new TreeSet<>();
    Map<String, String> properties = table.properties();
    SWITCHES.forEach(
        (property, why) -> {
          if (LogReplay.on(properties, property)) {
            findings.add(feature("", property + " is on: " + why));
          }
        });
    String mapping = properties.getOrDefault("delta.columnMapping.mode", "none");
    if (!mapping.toLowerCase(Locale.ROOT).equals("none")) {
      findings.add(feature("", "delta.columnMapping.mode is on: dropped columns keep their bytes"));
    }
    if (!properties.getOrDefault("delta.universalFormat.enabledFormats", "").isBlank()) {
      findings.add(
          feature("", "delta.universalFormat.enabledFormats is set: manifests repeat statistics"));
    }
    for (String managed : MANAGED) {
      if (table.features().contains(managed)) {
        findings.add(feature("", managed + " is on: commits may lie outside the log folder"));
      }
    }
    for (LoggedFile file : table.active().values()) {
      if (file.deletionVector()) {
        findings.add(feature(file.path(), "a deletion vector hides rows that are still in it"));
      }
    }
    for (StoredFile file : log.commits.values()) {
      LogActions.forEachDocument(
          file,
          action -> {
            if (action.hasNonNull("cdc")) {
              findings.add(feature(file.path(), "the commit wrote change data"));
            }
          });
    }
    return findings;
  }

  private static Finding feature(String path, String detail) {
    return new Finding(Finding.Kind.FEATURE, path, detail);
  }
}
