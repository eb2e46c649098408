package io.platelake.lake.table;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What the log of a table says now. */
public final class TableLog {
  private TableLog() {}

  /** The table as it is now. */
  public static Snapshot now(SparkSession spark, Path table) {
    return DeltaLog.forTable(spark, table).update(false, Option.empty(), Option.empty());
  }

  /** Files of a version, from its checksum where that lists them: then no state is rebuilt. */
  public static List<AddFile> files(Snapshot version) {
    Option<Seq<AddFile>> listed = version.checksumOpt().flatMap(VersionChecksum::allFiles);
    return listed.isDefined()
        ? CollectionConverters.asJava(listed.get())
        : version.allFiles().collectAsList();
  }

  /** Files of the table as it is now. */
  static Set<Path> liveFiles(SparkSession spark, Path table) {
    Set<Path> files = new HashSet<>();
    for (AddFile file : files(now(spark, table))) {
      // Paths are URIs in the log, relative to the table.
      files.add(new Path(table, new Path(URI.create(file.path())).toString()));
    }
    return files;
  }

  /** Writes a checkpoint where many commits came since the last, and removes expired commits. */
  static boolean checkpoint(SparkSession spark, Path table, long commits) {
    Snapshot now = now(spark, table);
    long last = now.logSegment().checkpointProvider().version();
    if (now.version() - last < commits) {
      return false;
    }
    now.deltaLog().checkpointAndCleanUpDeltaLog(now, Option.empty());
    return true;
  }
}
