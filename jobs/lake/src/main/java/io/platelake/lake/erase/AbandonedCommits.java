package io.platelake.lake.erase;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a process that was killed while it committed left in the log: a hidden file that was to be
 * renamed to its version. VACUUM never looks there, and a proof rightly finds a file that nobody
 * knows.
 */
final class AbandonedCommits {
  private static final Pattern TEMPORARY =
      Pattern.compile("\\.+(?:(\\d{20})\\.|_)[\\w.]*\\.[0-9a-f-]{36}\\.tmp(?:\\.crc)?");

  private AbandonedCommits() {}

  /**
   * Removes those of versions that the table has: whoever still writes one of them has lost the
   * race for it.
   *
   * @param version current version of the table
   */
  static void sweep(FileSystem fs, Path log, long version) throws IOException {
    // A file system with checksums hides them, and what is hidden cannot be swept.
    FileSystem raw = fs instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : fs;
    for (FileStatus file : raw.listStatus(log)) {
      if (isAbandoned(file.getPath().getName(), version)) {
        NotErased.delete(raw, file.getPath(), "of an abandoned commit in " + log);
      }
    }
  }

  static boolean isAbandoned(String name, long version) {
    Matcher temporary = TEMPORARY.matcher(name);
    return temporary.matches()
        && (temporary.group(1) == null || Long.parseLong(temporary.group(1)) <= version);
  }
}
