package io.platelake.lake.erase;

import io.platelake.lake.Lake;
import io.platelake.lake.Slice;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Erases partitions, in three steps that can each be repeated: {@link #delete} takes the rows out
 * of the table, {@link #vacuum} the files out of the store, {@link #sweep} whatever VACUUM left.
 *
 * <p>VACUUM is given an inventory of the erased partitions only. It keeps nothing (RETAIN 0), which
 * on a whole table would also take the uncommitted files of a writer at work; no writer works in an
 * erased partition, because landing refuses reads that old. VACUUM reports success even when a
 * delete failed, so its word is never the proof: see {@code io.platelake.lake.proof}.
 */
public final class Erasure {
  private static final StructType INVENTORY =
      StructType.fromDDL("path string, length bigint, isDir boolean, modificationTime bigint");

  private final Lake lake;
  private final SparkSession spark;

  public Erasure(Lake lake) {
    this.lake = lake;
    // The check that forbids keeping nothing is off in this session only.
    this.spark = lake.spark().newSession();
    spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
  }

  /** The files of a partition in the current version, by path. */
  public List<LiveFile> files(Partition partition) {
    Dataset<Row> files = snapshot(partition.table()).allFiles().toDF();
    List<String> columns = lake.contracts().get(partition.table()).partitionedBy();
    for (int i = 0; i < columns.size(); i++) {
      files =
          files.where(
              functions
                  .col("partitionValues")
                  .getItem(columns.get(i))
                  .equalTo(partition.values().get(i)));
    }
    return files
        .select(
            functions.col("path"),
            functions.col("size"),
            functions.get_json_object(functions.col("stats"), "$.numRecords").cast("bigint"))
        .orderBy("path")
        .collectAsList()
        .stream()
        .map(r -> new LiveFile(r.getString(0), r.getLong(1), r.isNullAt(2) ? 0 : r.getLong(2)))
        .toList();
  }

  /** Rows of a table by one of its partition columns, from the log: reads no data. */
  public Map<String, Long> rowsBy(Table table, String column) {
    Map<String, Long> rows = new TreeMap<>();
    snapshot(table)
        .allFiles()
        .toDF()
        .groupBy(functions.col("partitionValues").getItem(column))
        .agg(
            functions.sum(
                functions.get_json_object(functions.col("stats"), "$.numRecords").cast("bigint")))
        .collectAsList()
        .forEach(r -> rows.put(r.getString(0), r.isNullAt(1) ? 0 : r.getLong(1)));
    return rows;
  }

  /** Current version of a table. */
  public long version(Table table) {
    return snapshot(table).version();
  }

  /**
   * Deletes rows of partitions of one table, in one commit.
   *
   * @param agencies only rows of these owners, which rewrites what stays, once; empty: all rows,
   *     which rewrites nothing
   * @return per partition, in the given order
   */
  public List<Erased> delete(
      Table table, List<Partition> partitions, Optional<List<String>> agencies) {
    List<List<LiveFile>> before = partitions.stream().map(this::files).toList();
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < partitions.size(); i++) {
      if (!before.get(i).isEmpty()) {
        slices.add(partitions.get(i).slice(lake.contracts()));
      }
    }
    if (!slices.isEmpty()) {
      Slice slice = Slice.anyOf(slices);
      lake.delete(
          spark, table, agencies.isPresent() ? slice.whereIn("agency_id", agencies.get()) : slice);
    }
    long version = version(table);
    List<Erased> erased = new ArrayList<>();
    for (int i = 0; i < partitions.size(); i++) {
      Set<String> live = new HashSet<>();
      files(partitions.get(i)).forEach(f -> live.add(f.path()));
      List<LiveFile> gone = before.get(i).stream().filter(f -> !live.contains(f.path())).toList();
      erased.add(new Erased(version, gone.size(), gone.stream().mapToLong(LiveFile::bytes).sum()));
    }
    return erased;
  }

  /**
   * Removes files that no longer belong to a table: all of these partitions, and elsewhere those
   * that have not changed for {@code settled}, which no writer can still be about to commit.
   */
  public Erased vacuum(Table table, List<Partition> partitions, Duration settled)
      throws IOException {
    Set<String> live = new HashSet<>();
    snapshot(table)
        .allFiles()
        .toDF()
        .select("path")
        .collectAsList()
        .forEach(r -> live.add(new Path(lake.path(table), r.getString(0)).toString()));
    List<Path> folders = partitions.stream().map(this::folder).toList();
    long settledBefore = storeTime(table) - settled.toMillis();
    List<Row> inventory = new ArrayList<>();
    long bytes = 0;
    for (FileStatus file : list(lake.path(table))) {
      String path = file.getPath().toString();
      if (live.contains(path) || path.contains("/_delta_log/")) {
        continue;
      }
      if (file.getModificationTime() < settledBefore || within(file.getPath(), folders)) {
        inventory.add(RowFactory.create(path, file.getLen(), false, file.getModificationTime()));
        bytes += file.getLen();
      }
    }
    if (!inventory.isEmpty()) {
      String view = "inventory_" + table.folder();
      spark.createDataFrame(inventory, INVENTORY).createOrReplaceTempView(view);
      spark.sql(
          "VACUUM delta.`"
              + lake.path(table)
              + "` USING INVENTORY (SELECT path, length, isDir, modificationTime FROM "
              + view
              + ") RETAIN 0 HOURS");
    }
    return new Erased(version(table), inventory.size(), bytes);
  }

  /** The store's own idea of now, which need not be ours: when it last took a commit. */
  private long storeTime(Table table) throws IOException {
    long newest = 0;
    for (FileStatus file : list(new Path(lake.path(table), "_delta_log"))) {
      newest = Math.max(newest, file.getModificationTime());
    }
    return newest;
  }

  private static boolean within(Path file, List<Path> folders) {
    String path = file.toString();
    return folders.stream().anyMatch(folder -> path.startsWith(folder + "/"));
  }

  /**
   * Removes what VACUUM leaves in a partition (hidden files, files it failed to delete) and then
   * the empty folder, and says how many files that were.
   */
  public Erased sweep(Partition partition) throws IOException {
    FileSystem fs = lake.fileSystem();
    Path folder = folder(partition);
    Set<String> live = livePaths(partition);
    long files = 0;
    long bytes = 0;
    for (FileStatus file : list(folder)) {
      if (!live.contains(file.getPath().toString())) {
        if (!fs.delete(file.getPath(), false)) {
          throw new IOException("could not delete a file of " + partition.folder(lake.contracts()));
        }
        files++;
        bytes += file.getLen();
      }
    }
    if (live.isEmpty()) {
      removeEmpty(fs, folder);
    }
    return new Erased(version(partition.table()), files, bytes);
  }

  private void removeEmpty(FileSystem fs, Path folder) throws IOException {
    Path at = folder;
    // Upwards to the table: an empty purpose folder goes too.
    while (!at.getParent().equals(lake.root())) {
      if (fs.exists(at) && !fs.delete(at, fs.listStatus(at).length == 0)) {
        return;
      }
      at = at.getParent();
      if (fs.exists(at) && fs.listStatus(at).length > 0) {
        return;
      }
    }
  }

  private Set<String> livePaths(Partition partition) {
    Set<String> live = new HashSet<>();
    files(partition)
        .forEach(f -> live.add(new Path(lake.path(partition.table()), f.path()).toString()));
    return live;
  }

  private Path folder(Partition partition) {
    return new Path(lake.path(partition.table()), partition.folder(lake.contracts()));
  }

  private List<FileStatus> list(Path folder) throws IOException {
    FileSystem fs = lake.fileSystem();
    List<FileStatus> files = new ArrayList<>();
    if (fs.exists(folder)) {
      RemoteIterator<LocatedFileStatus> all = fs.listFiles(folder, true);
      while (all.hasNext()) {
        files.add(all.next());
      }
    }
    return files;
  }

  private Snapshot snapshot(Table table) {
    return DeltaLog.forTable(spark, lake.path(table)).update(false, Option.empty(), Option.empty());
  }
}
