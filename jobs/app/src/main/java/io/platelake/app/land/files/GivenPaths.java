package io.platelake.app.land.files;

import io.platelake.files.tree.StorageFailure;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Paths of raw files as they were given, and through which of them a file was found. */
final class GivenPaths {
  private GivenPaths() {}

  /** A path with its scheme and authority. */
  static Path qualified(String path, Configuration conf) {
    try {
      return new Path(path).getFileSystem(conf).makeQualified(new Path(path));
    } catch (IOException e) {
      throw StorageFailure.during("looking for raw files", e);
    }
  }

  static List<Path> qualified(List<String> paths, Configuration conf) {
    return paths.stream().map(path -> qualified(path, conf)).toList();
  }

  /** The given folder that holds a file, directly or below; its own where the file was given. */
  static String folder(Path file, List<Path> given) {
    return given.stream()
        .filter(root -> !root.equals(file) && isWithin(file, root))
        .findFirst()
        .orElse(file.getParent())
        .toString();
  }

  /** Whether a path is a folder or below it. */
  static boolean isWithin(Path path, Path folder) {
    for (Path p = path; p != null; p = p.getParent()) {
      if (p.equals(folder)) {
        return true;
      }
    }
    return false;
  }
}
