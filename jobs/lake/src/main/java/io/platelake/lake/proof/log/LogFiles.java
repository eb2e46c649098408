package io.platelake.lake.proof.log;

import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.files.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of one {@code _delta_log} folder by what their names say they are. */
public final class LogFiles {
  public static final String FOLDER = "_delta_log";

  private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
  private static final Pattern CHECKSUM = Pattern.compile("\\d{20}\\.crc");
  private static final Pattern COMPACTED = Pattern.compile("\\d{20}\\.\\d{20}\\.compacted\\.json");
  private static final Pattern CHECKPOINT =
      Pattern.compile("(\\d{20})\\.checkpoint(?:\\.(\\d{10})\\.(\\d{10}))?\\.parquet");
  private static final Pattern POINTER = Pattern.compile("_last_checkpoint|_last_vacuum_info");

  public final TreeMap<Long, StoredFile> commits = new TreeMap<>();

  /** JSON documents in the folder of the commits: checksums, compacted commits and pointers. */
  public final List<StoredFile> documents = new ArrayList<>();

  public final List<StoredFile> checkpoints = new ArrayList<>();

  /** Checkpoints of a kind this verifier does not read; their presence must stop a replay. */
  final List<StoredFile> foreignCheckpoints = new ArrayList<>();

  /** Version to the parts of a checkpoint, only where all parts are there. */
  final TreeMap<Long, List<StoredFile>> complete = new TreeMap<>();

  public static LogFiles of(FileListing listing) {
    LogFiles log = new LogFiles();
    Map<String, List<StoredFile>> parts = new TreeMap<>();
    for (StoredFile file : listing.files().values()) {
      if (file.folder().equals(FOLDER)) {
        log.sort(file, parts);
      }
    }
    parts.forEach(
        (key, files) -> {
          String[] versionAndCount = key.split("/");
          if (files.size() == Integer.parseInt(versionAndCount[1])) {
            log.complete.put(Long.parseLong(versionAndCount[0]), files);
          }
        });
    return log;
  }

  /** Every file that tells something of the table, in no order. */
  public List<StoredFile> all() {
    List<StoredFile> all = new ArrayList<>(commits.values());
    all.addAll(documents);
    all.addAll(checkpoints);
    return all;
  }

  /** The same without some files; good for looking into them, not for a replay. */
  public LogFiles without(Predicate<StoredFile> left) {
    LogFiles rest = new LogFiles();
    commits.forEach(
        (version, file) -> {
          if (!left.test(file)) {
            rest.commits.put(version, file);
          }
        });
    documents.stream().filter(left.negate()).forEach(rest.documents::add);
    checkpoints.stream().filter(left.negate()).forEach(rest.checkpoints::add);
    return rest;
  }

  /** Whether a path relative to the table root is a log file by its name and place. */
  public static boolean isLogFile(StoredFile file) {
    String name = file.name();
    return file.folder().equals(FOLDER)
        && (COMMIT.matcher(name).matches()
            || CHECKSUM.matcher(name).matches()
            || COMPACTED.matcher(name).matches()
            || CHECKPOINT.matcher(name).matches()
            || POINTER.matcher(name).matches());
  }

  private void sort(StoredFile file, Map<String, List<StoredFile>> parts) {
    Matcher commit = COMMIT.matcher(file.name());
    Matcher checkpoint = CHECKPOINT.matcher(file.name());
    if (commit.matches()) {
      commits.put(Long.parseLong(commit.group(1)), file);
    } else if (checkpoint.matches()) {
      checkpoints.add(file);
      int count = checkpoint.group(3) == null ? 1 : Integer.parseInt(checkpoint.group(3));
      parts.computeIfAbsent(checkpoint.group(1) + "/" + count, key -> new ArrayList<>()).add(file);
    } else if (isLogFile(file)) {
      documents.add(file);
    } else if (file.name().contains(".checkpoint.") && !file.name().startsWith(".")) {
      foreignCheckpoints.add(file);
    }
  }
}
