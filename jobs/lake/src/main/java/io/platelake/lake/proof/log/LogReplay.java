package io.platelake.lake.proof.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.files.StoredFile;
import io.platelake.lake.proof.files.Unprovable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Reads a Delta log by the protocol's own words, without Delta's code.
 *
 * <p>It starts at the newest complete checkpoint found by listing ({@code _last_checkpoint} is a
 * hint a stale writer may have left, so it is not read) and applies the JSON commits after it.
 * Checkpoints with a unique name or sidecars, versions with a gap, reader versions and reader
 * features it does not know end in {@link Unprovable}: files it cannot see would otherwise pass as
 * gone.
 */
public final class LogReplay {

  private static final int NEWEST_READER = 3;

  /** Features that leave the list of files readable here; whether they spoil a proof is audited. */
  private static final Set<String> UNDERSTOOD =
      Set.of("timestampNtz", "vacuumProtocolCheck", "deletionVectors", "columnMapping");

  private LogReplay() {}

  /** The newest version of the table under {@code tableRoot}. */
  public static TableState read(FileSystem fs, Path tableRoot) throws IOException {
    return read(FileListing.of(fs, tableRoot));
  }

  public static TableState read(FileListing listing) throws IOException {
    LogFiles log = LogFiles.of(listing);
    if (!log.foreignCheckpoints.isEmpty()) {
      throw new Unprovable(
          "Log file " + log.foreignCheckpoints.get(0).path(),
          "it is a checkpoint of a kind the verifier does not read",
          "Set delta.checkpointPolicy to classic and write a new table.");
    }
    if (log.commits.isEmpty() && log.complete.isEmpty()) {
      throw new Unprovable(
          "Folder " + LogFiles.FOLDER, "it holds no Delta log", "Name the root of a Delta table.");
    }
    Replay replay = new Replay();
    long start = log.complete.isEmpty() ? -1 : log.complete.lastKey();
    for (StoredFile part : log.complete.getOrDefault(start, List.of())) {
      LogActions.forEachRow(part, replay::apply);
    }
    long newest = log.commits.isEmpty() ? start : Math.max(start, log.commits.lastKey());
    for (long version = start + 1; version <= newest; version++) {
      StoredFile commit = log.commits.get(version);
      if (commit == null) {
        throw new Unprovable(
            "Folder " + LogFiles.FOLDER,
            "version " + version + " is missing and no checkpoint covers it",
            "Restore the commit file; without it live files may look like orphans.");
      }
      LogActions.forEachDocument(commit, replay::apply);
    }
    return checked(replay.state(newest));
  }

  private static TableState checked(TableState state) {
    if (state.minReader() > NEWEST_READER) {
      throw new Unprovable(
          "Table protocol",
          "reader version " + state.minReader() + " is newer than this verifier knows",
          "Use a verifier of the version that wrote the table.");
    }
    return state;
  }

  static void refuseUnknown(JsonNode protocol) {
    for (JsonNode feature : protocol.path("readerFeatures")) {
      if (!UNDERSTOOD.contains(feature.asText())) {
        throw new Unprovable(
            "Table protocol",
            "reader feature " + feature.asText() + " is unknown to this verifier",
            "Recreate the table without the feature, or teach the verifier to read it.");
      }
    }
  }

  public static boolean on(Map<String, String> properties, String key) {
    return Boolean.parseBoolean(properties.getOrDefault(key, "false").trim());
  }
}
