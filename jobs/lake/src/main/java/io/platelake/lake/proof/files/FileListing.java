package io.platelake.lake.proof.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Every file and folder below a root, hidden ones included. Paths are relative to the root with
 * {@code /} as separator, and sorted, so that two listings of the same bytes are equal. Files that
 * the store's own listing leaves out are in {@code odd}.
 */
public record FileListing(
    TreeMap<String, StoredFile> files, SortedSet<String> folders, List<OddFile> odd) {

  private static final int DEEPEST = 64;

  /** Throws {@link Unprovable} for a missing root and for folders nested beyond reason (a loop). */
  public static FileListing of(FileSystem fileSystem, Path root) throws IOException {
    FileSystem fs = unfiltered(fileSystem);
    FileListing listing = new FileListing(new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
    try {
      listing.walk(fs, fs.makeQualified(root), "", 0);
    } catch (FileNotFoundException e) {
      throw new Unprovable("Listing " + root, "a folder is not there", "Check the path.", e);
    }
    return listing;
  }

  /**
   * The local file system shows itself without its {@code .name.crc} files, where anything could
   * hide; this looks through such filters.
   */
  public static FileSystem unfiltered(FileSystem fs) {
    if (fs instanceof ChecksumFileSystem checked) {
      return unfiltered(checked.getRawFileSystem());
    }
    return fs instanceof FilterFileSystem filter ? unfiltered(filter.getRawFileSystem()) : fs;
  }

  private void walk(FileSystem fs, Path folder, String prefix, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new Unprovable(
          "Listing a folder", "it is nested more than " + DEEPEST + " deep", "Remove link loops.");
    }
    Set<String> listed = new HashSet<>();
    for (FileStatus status : fs.listStatus(folder)) {
      listed.add(status.getPath().getName());
      String path = prefix + status.getPath().getName();
      if (status.isDirectory()) {
        folders.add(path);
        walk(fs, status.getPath(), path + "/", depth + 1);
      } else {
        files.put(
            path,
            new StoredFile(
                fs, status.getPath(), path, status.getLen(), status.getModificationTime()));
      }
    }
    for (OddFile file : OddFiles.in(fs, folder, prefix, listed)) {
      files.remove(file.path());
      odd.add(file);
    }
  }

  public long bytes() {
    return files.values().stream().mapToLong(StoredFile::length).sum();
  }

  /** Hex SHA-256 over {@code path TAB size NEWLINE} of every file in path order. */
  public String sha256() {
    FileDigest digest = new FileDigest();
    for (Map.Entry<String, StoredFile> file : files.entrySet()) {
      digest.add(file.getKey() + "\t" + file.getValue().length() + "\n");
    }
    return digest.hex();
  }
}
