package io.platelake.app.job.option;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * The place of an input file: on this machine, or in a storage that a URI names. On a cluster the
 * driver may run on any machine, so its inputs are in the storage of the lake.
 *
 * @param given as the command line has it; a URI has lost one of its slashes there
 */
public record StoredPath(Path given) {
  /** Two letters at least: one alone is a drive. */
  private static final Pattern URI = Pattern.compile("([a-z][a-z0-9+.-]+):/+(.*)");

  public StoredPath {
    Objects.requireNonNull(given, "given");
  }

  /** Whether there is a file, and no folder. */
  public boolean isFile() throws IOException {
    Matcher uri = URI.matcher(given.toString());
    if (!uri.matches()) {
      return Files.isRegularFile(given);
    }
    try {
      return status(uri).isFile();
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  /** Bytes of the file. */
  public long size() throws IOException {
    Matcher uri = URI.matcher(given.toString());
    return uri.matches() ? status(uri).getLen() : Files.size(given);
  }

  /** Content of the file, for the caller to close. */
  public InputStream open() throws IOException {
    Matcher uri = URI.matcher(given.toString());
    return uri.matches() ? storage(uri).open(path(uri)) : Files.newInputStream(given);
  }

  private static FileStatus status(Matcher uri) throws IOException {
    return storage(uri).getFileStatus(path(uri));
  }

  private static FileSystem storage(Matcher uri) throws IOException {
    // Spark has not started yet; what spark-submit was given is in the properties of the process.
    return path(uri).getFileSystem(SparkHadoopUtil.get().newConfiguration(new SparkConf(true)));
  }

  private static org.apache.hadoop.fs.Path path(Matcher uri) {
    String root = uri.group(1).equals("file") ? ":///" : "://";
    return new org.apache.hadoop.fs.Path(uri.group(1) + root + uri.group(2));
  }
}
