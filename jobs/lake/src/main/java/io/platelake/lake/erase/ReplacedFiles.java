package io.platelake.lake.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.lake.contract.ShownPath;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Removes data files that a table does not refer to any more. A reader who takes all files of a
 * folder then counts no row twice.
 *
 * <p>A file goes when a commit took it out of the table at least {@code spared} ago. A file that no
 * commit names may belong to a writer at work; it goes when it is older than {@link
 * UncommittedFileAge}. VACUUM knows only one age for both and takes some seconds a table.
 */
public final class ReplacedFiles {
  private static final String LOG = "_delta_log";
  private static final String ACTION = "remove";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Lake lake;

  public ReplacedFiles(Lake lake) {
    this.lake = lake;
  }

  /**
   * Removes such files of a table.
   *
   * @param spared how long a file stays for readers that opened the table before
   */
  public ErasedFiles erase(Table table, Duration spared) throws IOException {
    FileSystem fs = lake.fileSystem(table);
    // The log first: what is committed after this look is younger than any file we take.
    List<FileStatus> log = list(fs, new Path(lake.path(table), LOG), false);
    long now = log.stream().mapToLong(FileStatus::getModificationTime).max().orElse(0);
    List<FileStatus> files = dataFiles(fs, table);
    Set<Path> live = lake.liveFiles(table);
    files.removeIf(file -> live.contains(file.getPath()));
    if (files.isEmpty()) {
      return new ErasedFiles(lake.version(table), 0, 0);
    }
    Map<Path, Long> removed = removed(fs, table, log, now);
    long settledBefore = now - UncommittedFileAge.AFTER.toMillis();
    long erased = 0;
    long bytes = 0;
    for (FileStatus file : files) {
      Long since = removed.get(file.getPath());
      boolean replaced = since != null && since <= now - spared.toMillis();
      if (replaced || file.getModificationTime() < settledBefore) {
        NotErased.delete(fs, file.getPath(), shown(table, file.getPath()));
        erased++;
        bytes += file.getLen();
      }
    }
    return new ErasedFiles(lake.version(table), erased, bytes);
  }

  private List<FileStatus> dataFiles(FileSystem fs, Table table) throws IOException {
    List<FileStatus> files = new ArrayList<>(list(fs, lake.path(table), true));
    String log = new Path(lake.path(table), LOG) + "/";
    files.removeIf(
        file ->
            file.getPath().toString().startsWith(log)
                || !file.getPath().getName().endsWith(".parquet"));
    return files;
  }

  /** When the commits of the last days took files out, in the store's time; older files are old. */
  private Map<Path, Long> removed(FileSystem fs, Table table, List<FileStatus> log, long now)
      throws IOException {
    Map<Path, Long> removed = new HashMap<>();
    long since = now - UncommittedFileAge.AFTER.multipliedBy(2).toMillis();
    for (FileStatus commit : log) {
      if (commit.getPath().getName().endsWith(".json") && commit.getModificationTime() >= since) {
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(fs.open(commit.getPath()), StandardCharsets.UTF_8))) {
          for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{\"" + ACTION + "\"")) {
              JsonNode file = JSON.readTree(line).path(ACTION);
              removed.merge(
                  new Path(
                      lake.path(table),
                      new Path(URI.create(file.path("path").asText())).toString()),
                  commit.getModificationTime(),
                  Math::max);
            }
          }
        }
      }
    }
    return removed;
  }

  private String shown(Table table, Path file) {
    String root = lake.rootOf(table).toString();
    String path = file.toString();
    return ShownPath.of(path.startsWith(root + "/") ? path.substring(root.length() + 1) : path);
  }

  private static List<FileStatus> list(FileSystem fs, Path folder, boolean below)
      throws IOException {
    List<FileStatus> files = new ArrayList<>();
    if (fs.exists(folder)) {
      RemoteIterator<LocatedFileStatus> all = fs.listFiles(folder, below);
      while (all.hasNext()) {
        files.add(all.next());
      }
    }
    return files;
  }
}
