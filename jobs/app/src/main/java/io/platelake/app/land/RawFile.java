package io.platelake.app.land;

import io.platelake.app.cli.Sha256;
import io.platelake.core.BadInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A raw file to land. It is what its bytes are: a renamed copy is the same file.
 *
 * @param path where it lies
 * @param digest SHA-256 of its bytes
 * @param bytes its size
 */
record RawFile(String path, String digest, long bytes) {

  /** All files at these paths, folders searched through, each content once, in order of digest. */
  static List<RawFile> find(List<String> paths, Configuration conf) throws IOException {
    Map<String, RawFile> byDigest = new TreeMap<>();
    for (String given : paths) {
      Path path = new Path(given);
      FileSystem fs = path.getFileSystem(conf);
      List<LocatedFileStatus> files = new ArrayList<>();
      try {
        RemoteIterator<LocatedFileStatus> all = fs.listFiles(path, true);
        while (all.hasNext()) {
          files.add(all.next());
        }
      } catch (FileNotFoundException e) {
        throw new BadInput("Path " + given, "there is nothing there", "Check the path.");
      }
      files.sort(Comparator.comparing(f -> f.getPath().toString()));
      // Hidden names are how feeds mark what they still write, and how Hadoop marks checksums.
      files.removeIf(
          f -> f.getPath().getName().startsWith(".") || f.getPath().getName().startsWith("_"));
      // All bytes are read once before anything else happens: on every core at once.
      files.parallelStream()
          .map(f -> new RawFile(f.getPath().toString(), digest(fs, f.getPath()), f.getLen()))
          .toList()
          .forEach(f -> byDigest.putIfAbsent(f.digest(), f));
    }
    return List.copyOf(byDigest.values());
  }

  private static String digest(FileSystem fs, Path path) {
    try (InputStream in = fs.open(path)) {
      return Sha256.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
