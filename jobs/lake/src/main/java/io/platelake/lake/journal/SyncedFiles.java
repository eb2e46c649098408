package io.platelake.lake.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Brings files of this machine to the disk, with the folders that name them. Neither Hadoop nor
 * Delta does so. An object store has a file once it has taken it.
 */
final class SyncedFiles {
  private SyncedFiles() {}

  static void sync(List<Path> files, Path log, FileSystem fs) throws IOException {
    if (!fs.getUri().getScheme().equals("file")) {
      return;
    }
    Set<java.nio.file.Path> folders = new LinkedHashSet<>();
    for (Path file : files) {
      java.nio.file.Path local = local(file);
      if (Files.exists(local)) {
        force(local);
        for (java.nio.file.Path at = local.getParent();
            !at.equals(local(log).getParent());
            at = at.getParent()) {
          folders.add(at);
        }
      }
    }
    folders.add(local(log).getParent());
    for (java.nio.file.Path folder : folders) {
      force(folder);
    }
  }

  /** A folder is forced as a file is; only Windows refuses that, and needs none. */
  private static void force(java.nio.file.Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
