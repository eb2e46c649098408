package io.platelake.lake.root;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The root of the audit tables. It is the folder {@code audit} of the lake, unless a file of the
 * lake names another. The name is kept there once and for all, so that a command line cannot write
 * its rows to a log that nobody looks at.
 */
public final class AuditRoot {
  private static final String DEFAULT = "audit";
  private static final String NAMED_IN = "audit-root.txt";

  private AuditRoot() {}

  /** The audit root of a lake. */
  public static Path of(Path root, Configuration conf) throws IOException {
    Optional<Path> named = findNamed(root, conf);
    return named.isPresent() ? named.get() : new Path(root, DEFAULT);
  }

  /** The audit root that a lake names; empty while it names none. */
  public static Optional<Path> findNamed(Path root, Configuration conf) throws IOException {
    FileSystem fs = root.getFileSystem(conf);
    Path file = new Path(root, NAMED_IN);
    if (!fs.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = fs.open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return Optional.of(qualified(new Path(text), conf));
    } catch (IllegalArgumentException e) {
      throw new IOException(NAMED_IN + " of the lake names no folder", e);
    }
  }

  /** Lets a lake name its audit root, which it does not do yet. */
  public static void name(Path root, Path audit, Configuration conf) throws IOException {
    FileSystem fs = root.getFileSystem(conf);
    try (OutputStream out = fs.create(new Path(root, NAMED_IN), false)) {
      out.write((qualified(audit, conf) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A path with the scheme and authority of its storage. */
  public static Path qualified(Path path, Configuration conf) throws IOException {
    return path.getFileSystem(conf).makeQualified(path);
  }
}
