package io.platelake.app.land;

import io.platelake.app.cli.Sha256;
import io.platelake.core.BadInput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * A raw file to land. It is what its bytes are: a renamed copy is the same file.
 *
 * @param path where it lies
 * @param digest SHA-256 of its bytes
 * @param bytes its size
 * @param packing how it is packed
 * @param lines whether it is large and every line of it can only be a document of its own
 */
record RawFile(String path, String digest, long bytes, Packing packing, boolean lines)
    implements Serializable {

  private static final String LOCAL = "file";

  /** How much longer packed text is once it is unpacked, about. */
  private static final int UNPACKED = 10;

  /** Files above this size are looked at for whether they can be read in parts. */
  static final long LARGE = 128L << 20;

  /** All files at these paths, folders searched through, each content once, in order of digest. */
  static List<RawFile> find(List<String> paths, SparkSession spark) throws IOException {
    Configuration conf = spark.sessionState().newHadoopConf();
    List<Found> files = new ArrayList<>();
    for (String given : paths) {
      Path path = new Path(given);
      try {
        list(path.getFileSystem(conf), path, files);
      } catch (FileNotFoundException e) {
        throw new BadInput("Path " + given, "there is nothing there", "Check the path.");
      }
    }
    // Hidden names are how feeds mark what they still write, and how Hadoop marks checksums.
    files.removeIf(f -> f.isHidden());
    files.sort(Comparator.comparing(Found::path));
    Map<String, RawFile> byDigest = new TreeMap<>();
    digested(files, spark).forEach(f -> byDigest.putIfAbsent(f.digest(), f));
    return List.copyOf(byDigest.values());
  }

  /** About how many bytes it is to land, with what opening it costs. */
  long weight() {
    return bytes * (packing == Packing.NONE ? 1 : UNPACKED) + (64 << 10);
  }

  private static void list(FileSystem fs, Path path, List<Found> files) throws IOException {
    if (!fs.getScheme().equals(LOCAL)) {
      RemoteIterator<LocatedFileStatus> all = fs.listFiles(path, true);
      while (all.hasNext()) {
        LocatedFileStatus file = all.next();
        files.add(new Found(file.getPath().toString(), file.getLen()));
      }
      return;
    }
    // There listFiles starts a process for every file, to ask for permissions nobody wants.
    for (FileStatus status : fs.listStatus(path)) {
      if (status.isDirectory()) {
        list(fs, status.getPath(), files);
      } else {
        files.add(new Found(status.getPath().toString(), status.getLen()));
      }
    }
  }

  /** All bytes are read once before anything else happens, on every core there is. */
  private static List<RawFile> digested(List<Found> files, SparkSession spark) {
    if (files.isEmpty()) {
      return List.of();
    }
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int tasks = Math.min(files.size(), 16 * spark.sparkContext().defaultParallelism());
    return executors.parallelize(files, tasks).map(RawFile::digested).collect();
  }

  private static RawFile digested(Found file) throws IOException {
    MessageDigest digest = Sha256.digest();
    LineCheck lines = file.bytes() > LARGE ? new LineCheck() : null;
    byte[] buffer = new byte[1 << 18];
    byte[] start = new byte[0];
    Path path = new Path(file.path());
    try (InputStream in = path.getFileSystem(SparkHadoopUtil.get().conf()).open(path)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        if (start.length < Packing.LOOKED_AT) {
          int from = start.length;
          start = Arrays.copyOf(start, Math.min(Packing.LOOKED_AT, from + n));
          System.arraycopy(buffer, 0, start, from, start.length - from);
        }
        if (lines != null) {
          lines.add(buffer, n);
        }
      }
    }
    String hex = HexFormat.of().formatHex(digest.digest());
    return new RawFile(
        file.path(), hex, file.bytes(), Packing.of(start), lines != null && lines.holds());
  }

  private record Found(String path, long bytes) implements Serializable {
    boolean isHidden() {
      String name = new Path(path).getName();
      return name.startsWith(".") || name.startsWith("_");
    }
  }
}
