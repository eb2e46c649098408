package io.platelake.app.land.files;

import io.platelake.app.job.Sha256;
import io.platelake.core.BadInput;
import io.platelake.files.tree.StorageFailure;
import io.platelake.files.unpack.Packing;
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
 * A raw file to land. It is what its bytes are: a renamed copy is the same file. Names of files may
 * hold plates, so none is shown.
 *
 * @param copies its places, in order of path; the first is read; none of a file of which only what
 *     quarantine keeps of its records is left
 * @param digest SHA-256 of its bytes
 * @param bytes its size
 * @param dense whether it is packed or a container, shorter than what it holds as text
 * @param lines whether it is large and every line of it can only be a document of its own
 * @param isRead whether its bytes were read; of a file that is only known, nothing says whether it
 *     is dense or has lines, so it cannot land
 */
public record RawFile(
    List<Copy> copies, String digest, long bytes, boolean dense, boolean lines, boolean isRead)
    implements Serializable {

  /**
   * A file with its places.
   *
   * @param modified by the clock of the storage, before its bytes were read
   */
  public record Copy(String path, long bytes, long modified) implements Serializable {
    /** Whether this is still the file whose bytes were read. */
    public boolean is(FileStatus now) {
      return now.getLen() == bytes && now.getModificationTime() == modified;
    }

    @Override
    public String toString() {
      return "Copy[]";
    }
  }

  private static final String LOCAL = "file";

  /** How much longer text is than the packed file or the container that holds it, about. */
  private static final int UNPACKED = 10;

  /** So little is read here: a Spark job takes longer. */
  private static final int FEW_FILES = 8;

  private static final long FEW_BYTES = 8L << 20;

  /** Files above this size are looked at for whether they can be read in parts. */
  static final long LARGE = 128L << 20;

  /** All files at these paths, folders searched through, each content once, in order of digest. */
  public static List<RawFile> find(List<String> paths, SparkSession spark) {
    return find(paths, spark, KnownCopies.NONE);
  }

  /**
   * The same without reading files that are known.
   *
   * @param known files that have landed and stay
   */
  public static List<RawFile> find(List<String> paths, SparkSession spark, KnownCopies known) {
    Configuration conf = spark.sessionState().newHadoopConf();
    List<Copy> files = new ArrayList<>();
    for (String given : paths) {
      Path path = new Path(given);
      try {
        FileSystem fs = path.getFileSystem(conf);
        list(fs, path, fs.makeQualified(path).depth(), files);
      } catch (FileNotFoundException e) {
        throw new BadInput("Path " + given, "there is nothing there", "Check the path.");
      } catch (IOException e) {
        throw StorageFailure.during("listing raw files", e);
      }
    }
    List<Path> given = GivenPaths.qualified(paths, conf);
    Map<String, RawFile> byDigest = new TreeMap<>();
    List<Copy> unknown = new ArrayList<>();
    for (Copy copy : distinct(files)) {
      String folder = GivenPaths.folder(new Path(copy.path()), given);
      known
          .find(folder, copy)
          .ifPresentOrElse(
              digest -> add(byDigest, new RawFile(List.of(copy), digest, copy.bytes())),
              () -> unknown.add(copy));
    }
    digested(unknown, spark).forEach(file -> add(byDigest, file));
    return List.copyOf(byDigest.values());
  }

  private static void add(Map<String, RawFile> byDigest, RawFile file) {
    byDigest.merge(file.digest(), file, RawFile::and);
  }

  /** A file that is known by what its listing shows. */
  private RawFile(List<Copy> copies, String digest, long bytes) {
    this(copies, digest, bytes, false, false, false);
  }

  /** In order of path; a file below two of the given paths is one file. */
  private static List<Copy> distinct(List<Copy> found) {
    Map<String, Copy> byPath = new TreeMap<>();
    found.forEach(f -> byPath.put(f.path(), f));
    return List.copyOf(byPath.values());
  }

  private RawFile and(RawFile same) {
    List<Copy> all = new ArrayList<>(copies);
    all.addAll(same.copies());
    all.sort(Comparator.comparing(Copy::path));
    return new RawFile(
        List.copyOf(all),
        digest,
        bytes,
        dense || same.dense,
        lines || same.lines,
        isRead || same.isRead);
  }

  /** A file that is gone: its records are read from quarantine. */
  public static RawFile kept(String digest, long bytes) {
    return new RawFile(List.of(), digest, bytes, false, false, true);
  }

  /** Whether only what quarantine keeps of its records is left. */
  public boolean isKept() {
    return copies.isEmpty();
  }

  /** Where it is read; empty for a file that is gone. */
  public String path() {
    return isKept() ? "" : copies.get(0).path();
  }

  /** When it was delivered, by the clock of the storage, in milliseconds; 0 when unknown. */
  public long delivered() {
    return isKept() ? 0 : copies.get(0).modified();
  }

  /** About how many bytes it is to land, with what opening it costs. */
  long weight() {
    return bytes * (dense ? UNPACKED : 1) + (64 << 10);
  }

  private static void list(FileSystem fs, Path path, int root, List<Copy> files)
      throws IOException {
    if (!fs.getScheme().equals(LOCAL)) {
      RemoteIterator<LocatedFileStatus> all = fs.listFiles(path, true);
      while (all.hasNext()) {
        add(all.next(), root, files);
      }
      return;
    }
    // There listFiles looks up the owner of every file, which is not needed.
    for (FileStatus status : fs.listStatus(path)) {
      if (status.isDirectory()) {
        list(fs, status.getPath(), root, files);
      } else {
        add(status, root, files);
      }
    }
  }

  /**
   * Hidden names are how feeds and Spark mark what they still write, folders too, and how Hadoop
   * marks checksums. What was asked for by its name is taken.
   *
   * @param root depth of the given path
   */
  private static void add(FileStatus file, int root, List<Copy> files) {
    for (Path p = file.getPath(); p.depth() > root; p = p.getParent()) {
      if (p.getName().startsWith(".") || p.getName().startsWith("_")) {
        return;
      }
    }
    files.add(new Copy(file.getPath().toString(), file.getLen(), file.getModificationTime()));
  }

  /** All bytes are read once before anything else happens, on every core there is. */
  private static List<RawFile> digested(List<Copy> files, SparkSession spark) {
    if (files.size() <= FEW_FILES && files.stream().mapToLong(Copy::bytes).sum() <= FEW_BYTES) {
      return files.stream().map(RawFile::digested).toList();
    }
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int tasks = Math.min(files.size(), 16 * spark.sparkContext().defaultParallelism());
    return executors.parallelize(files, tasks).map(RawFile::digested).collect();
  }

  private static RawFile digested(Copy file) {
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
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
    String hex = HexFormat.of().formatHex(digest.digest());
    return new RawFile(
        List.of(file),
        hex,
        file.bytes(),
        Packing.isDense(start),
        lines != null && lines.holds(),
        true);
  }

  @Override
  public String toString() {
    return "RawFile[" + digest + "]";
  }
}
