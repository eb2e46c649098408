package io.platelake.lake.wall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.FileIndex;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Files that a plan reads as files, of whatever format: none may belong to a Delta table, in any
 * session but one on duty. A file belongs to a table if a folder above it has a {@code _delta_log}.
 *
 * <p>Spark has resolved globs and listed folders by now, so the files themselves are looked at, and
 * neither a folder above the lake nor {@code ..} nor a link leads around. It has also read the
 * schema from a file or two (the footer, for Parquet), but no row.
 */
final class TableFiles {
  private final Declaration pass;
  private final SparkSession session;
  private final Map<Path, Optional<String>> tables = new HashMap<>();

  TableFiles(Declaration pass, SparkSession session) {
    this.pass = pass;
    this.session = session;
  }

  /**
   * @throws PurposeViolation if a file belongs to a table
   */
  void refuse(FileIndex index) {
    List<Path> paths = new ArrayList<>(CollectionConverters.asJava(index.rootPaths()));
    for (String file : index.inputFiles()) {
      paths.add(new Path(URI.create(file)).getParent());
    }
    refuse(paths);
  }

  /**
   * @throws PurposeViolation if a path is in a table
   */
  void refuse(Collection<Path> paths) {
    Configuration conf = session.sessionState().newHadoopConf();
    try {
      for (Path path : paths) {
        Optional<String> table = table(real(path, conf), conf);
        if (table.isPresent()) {
          throw PurposeViolation.files(table.get(), pass);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Name of the table that holds a path. */
  private Optional<String> table(Path path, Configuration conf) throws IOException {
    if (path == null || path.isRoot()) {
      return Optional.empty();
    }
    Optional<String> known = tables.get(path);
    if (known == null) {
      known =
          path.getFileSystem(conf).exists(new Path(path, "_delta_log"))
              ? Optional.of(path.getName())
              : table(path.getParent(), conf);
      tables.put(path, known);
    }
    return known;
  }

  /** Qualified, without {@code ..}; on a local disk also without links. */
  private static Path real(Path path, Configuration conf) throws IOException {
    FileSystem fs = path.getFileSystem(conf);
    Path qualified = fs.makeQualified(path);
    if (qualified.toUri().getScheme().equals("file")) {
      java.nio.file.Path local = java.nio.file.Path.of(qualified.toUri().getPath());
      if (Files.exists(local)) {
        return new Path(local.toRealPath().toUri());
      }
    }
    return new Path(qualified.toUri().normalize());
  }
}
