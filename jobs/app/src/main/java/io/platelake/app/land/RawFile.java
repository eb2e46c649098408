package io.platelake.app.land;

import io.platelake.app.cli.Sha256;
import io.platelake.core.BadInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
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
      for (LocatedFileStatus file : files) {
        // Hidden names are how feeds mark what they still write, and how Hadoop marks checksums.
        if (!file.getPath().getName().startsWith(".")
            && !file.getPath().getName().startsWith("_")) {
          String digest = digest(fs, file.getPath());
          byDigest.putIfAbsent(
              digest, new RawFile(file.getPath().toString(), digest, file.getLen()));
        }
      }
    }
    return List.copyOf(byDigest.values());
  }

  private static String digest(FileSystem fs, Path path) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = fs.open(path)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
