package io.platelake.lake.table;

import io.platelake.lake.contract.Table;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;

/**
 * Keeps a job from writing to a date that a purge has closed while the job was at work.
 *
 * <p>A purge writes the closed dates into its ledger and then a mark into the metadata of each
 * table. A job remembers the marks before it looks which dates are closed. Each of its commits pins
 * a version of the table and compares the mark there. A mark that comes between this version and
 * the commit is a conflict, since Delta lets no commit pass a change of the metadata. So it does
 * not matter how long a job slept, and no clock and no lease is needed.
 */
final class Closings {
  /** Property of a table: the digest of the plan that closed dates last. */
  private static final String MARK = "platelake.closed";

  private static final String NONE = "";

  private final Map<Table, String> remembered = new ConcurrentHashMap<>();

  /** Remembers the mark of a table as it is now, unless one is remembered. */
  void remember(SparkSession spark, Table table, Path path) {
    remembered.computeIfAbsent(table, t -> mark(now(spark, path)));
  }

  /**
   * Compares the mark in the version that a commit starts from.
   *
   * @throws ClosedMeanwhile if it is not the one remembered
   */
  void check(Table table, Snapshot version) {
    String before = remembered.get(table);
    if (before != null && !before.equals(mark(version))) {
      throw new ClosedMeanwhile(table.folder());
    }
  }

  /** Whether the mark of a table is another than the one remembered, if one is. */
  boolean isOvertaken(SparkSession spark, Table table, Path path) {
    String before = remembered.get(table);
    return before != null && !before.equals(mark(now(spark, path)));
  }

  /** Marks a table, unless it has this mark. */
  static void close(SparkSession spark, Path path, String mark) {
    if (!Objects.requireNonNull(mark, "mark").matches("[0-9a-f]+")) {
      throw new IllegalArgumentException("a mark is a digest in hex");
    }
    if (!mark(now(spark, path)).equals(mark)) {
      spark.sql(
          "ALTER TABLE delta.`" + path + "` SET TBLPROPERTIES ('" + MARK + "' = '" + mark + "')");
    }
  }

  private static Snapshot now(SparkSession spark, Path path) {
    return DeltaLog.forTable(spark, path).update(false, Option.empty(), Option.empty());
  }

  private static String mark(Snapshot version) {
    return version.metadata().configuration().getOrElse(MARK, () -> NONE);
  }
}
