package io.platelake.lake.erase;

import io.platelake.lake.contract.ShownPath;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Slice;
import io.platelake.lake.table.SortedFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Column;
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
 * Erases partitions in three steps that can each be repeated. {@link #delete} takes the rows out of
 * the table, {@link #vacuum} the files out of the store, {@link #sweep} the files that VACUUM left.
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
    this.spark = lake.ownSession();
    spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
  }

  /** The files of these partitions in the current version, by path; a partition may have none. */
  public Map<Partition, List<LiveFile>> files(Table table, Collection<Partition> partitions) {
    Map<Partition, List<LiveFile>> files = new TreeMap<>();
    partitions.forEach(p -> files.put(p, new ArrayList<>()));
    if (partitions.isEmpty()) {
      return files;
    }
    Column[] values = values(table);
    // One look at the log however many partitions there are.
    Dataset<Row> found =
        snapshot(table)
            .allFiles()
            .toDF()
            .where(functions.concat_ws("/", values).isin(names(partitions)))
            .select(
                functions.array(values).as("partition"),
                functions.col("path"),
                functions.col("size"),
                records().as("rows"),
                agency().as("agency"),
                functions.col("tags").getItem(SortedFiles.TAG).as("sorted_by"))
            .orderBy("path");
    for (NamedRow file : NamedRow.all(found)) {
      files
          .get(new Partition(table, file.texts("partition")))
          .add(
              new LiveFile(
                  file.text("path"),
                  file.number("size"),
                  file.findNumber("rows").orElse(0L),
                  file.findText("agency"),
                  file.findText("sorted_by")));
    }
    return files;
  }

  /** All partitions of a table that have rows, from the log: reads no data. */
  public List<Partition> partitions(Table table) {
    return NamedRow.all(
            snapshot(table)
                .allFiles()
                .toDF()
                .select(functions.array(values(table)).as("partition"))
                .distinct())
        .stream()
        .map(row -> new Partition(table, row.texts("partition")))
        .sorted()
        .toList();
  }

  private Column[] values(Table table) {
    return lake.contracts().get(table).partitionedBy().stream()
        .map(c -> functions.col("partitionValues").getItem(c))
        .toArray(Column[]::new);
  }

  private static Object[] names(Collection<Partition> partitions) {
    return partitions.stream().map(p -> String.join("/", p.values())).toArray();
  }

  /** Rows of a table by one of its partition columns, from the log: reads no data. */
  public Map<String, Long> rowsBy(Table table, String column) {
    Map<String, Long> rows = new TreeMap<>();
    NamedRow.all(
            snapshot(table)
                .allFiles()
                .toDF()
                .groupBy(functions.col("partitionValues").getItem(column).as("value"))
                .agg(functions.sum(records()).as("rows")))
        .forEach(r -> rows.put(r.text("value"), r.findNumber("rows").orElse(0L)));
    return rows;
  }

  /** Rows of a file, as its statistics say; null when it has none. */
  private static Column records() {
    return functions.get_json_object(functions.col("stats"), "$.numRecords").cast("bigint");
  }

  /** Agency of a file all of whose rows have the same, as its statistics say; null otherwise. */
  private static Column agency() {
    Column least = functions.get_json_object(functions.col("stats"), "$.minValues.agency_id");
    Column most = functions.get_json_object(functions.col("stats"), "$.maxValues.agency_id");
    return functions.when(least.equalTo(most), least);
  }

  /** Current version of a table. */
  public long version(Table table) {
    return snapshot(table).version();
  }

  /**
   * Deletes all rows of partitions of one table, in one commit, which rewrites nothing.
   *
   * @return per partition, in the given order
   */
  public List<ErasedFiles> delete(Table table, List<Partition> partitions) {
    return delete(table, partitions, p -> p.slice(lake.contracts()));
  }

  /**
   * Deletes the rows of some owners from partitions of one table, in one commit. Only files that
   * agencies share are rewritten, once for all owners.
   *
   * @param owners of each partition the {@code agency_id} of the rows that go
   * @return per partition, in the order of the map
   */
  public List<ErasedFiles> delete(Table table, Map<Partition, List<String>> owners) {
    return delete(
        table,
        List.copyOf(owners.keySet()),
        p -> p.slice(lake.contracts()).whereIn("agency_id", owners.get(p)));
  }

  private List<ErasedFiles> delete(
      Table table, List<Partition> partitions, Function<Partition, Slice> rows) {
    Map<Partition, List<LiveFile>> before = files(table, partitions);
    List<Slice> slices =
        partitions.stream().filter(p -> !before.get(p).isEmpty()).map(rows).toList();
    if (!slices.isEmpty()) {
      lake.delete(spark, table, Slice.anyOf(slices));
    }
    long version = version(table);
    Map<Partition, List<LiveFile>> after = files(table, partitions);
    List<ErasedFiles> erased = new ArrayList<>();
    for (Partition partition : partitions) {
      List<LiveFile> gone =
          before.get(partition).stream().filter(f -> !after.get(partition).contains(f)).toList();
      erased.add(
          new ErasedFiles(version, gone.size(), gone.stream().mapToLong(LiveFile::bytes).sum()));
    }
    return erased;
  }

  /**
   * Removes files that no longer belong to a table. Takes all such files of these partitions;
   * elsewhere it takes those that have not changed for {@code settled}, which no writer can still
   * be about to commit.
   */
  public ErasedFiles vacuum(Table table, List<Partition> partitions, Duration settled)
      throws IOException {
    Set<String> live = new HashSet<>();
    NamedRow.all(snapshot(table).allFiles().toDF().select("path"))
        .forEach(r -> live.add(absolute(table, r.text("path"))));
    List<Path> folders = partitions.stream().map(this::folder).toList();
    long settledBefore = storeTime(table) - settled.toMillis();
    List<Row> inventory = new ArrayList<>();
    long bytes = 0;
    for (FileStatus file : list(lake.fileSystem(table), lake.path(table))) {
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
    return new ErasedFiles(version(table), inventory.size(), bytes);
  }

  /** The store's own idea of now, which need not be ours: when it last took a commit. */
  private long storeTime(Table table) throws IOException {
    long newest = 0;
    for (FileStatus file : list(lake.fileSystem(table), new Path(lake.path(table), "_delta_log"))) {
      newest = Math.max(newest, file.getModificationTime());
    }
    return newest;
  }

  private static boolean within(Path file, List<Path> folders) {
    String path = file.toString();
    return folders.stream().anyMatch(folder -> path.startsWith(folder + "/"));
  }

  /**
   * Removes the files that VACUUM leaves in partitions of one table, and then the empty folders.
   * These are files that it failed to delete and files that came since. Returns their number by
   * partition. In the log of the table it removes commits that were never finished.
   */
  public List<ErasedFiles> sweep(Table table, List<Partition> partitions) throws IOException {
    FileSystem fs = lake.fileSystem(table);
    long version = version(table);
    AbandonedCommits.sweep(fs, new Path(lake.path(table), "_delta_log"), version);
    Map<Partition, List<LiveFile>> live = files(table, partitions);
    List<ErasedFiles> erased = new ArrayList<>();
    for (Partition partition : partitions) {
      Set<String> keep =
          live.get(partition).stream()
              .map(f -> absolute(table, f.path()))
              .collect(Collectors.toSet());
      long files = 0;
      long bytes = 0;
      for (FileStatus file : list(fs, folder(partition))) {
        if (!keep.contains(file.getPath().toString())) {
          NotErased.delete(fs, file.getPath(), shown(table, file.getPath()));
          files++;
          bytes += file.getLen();
        }
      }
      if (keep.isEmpty()) {
        removeEmpty(fs, lake.rootOf(table), folder(partition));
      }
      erased.add(new ErasedFiles(version, files, bytes));
    }
    return erased;
  }

  /**
   * Removes what jobs that a purge has overtaken wrote and will not commit. These are unfinished
   * commits of a table, and files of partitions that no job writes any more. A partition that has
   * rows is left alone, since somebody may be about to change them.
   *
   * @return how many files of partitions
   */
  public long sweepUncommitted(Table table, List<Partition> partitions) throws IOException {
    FileSystem fs = lake.fileSystem(table);
    List<Partition> there = new ArrayList<>();
    for (Partition partition : partitions) {
      if (fs.exists(folder(partition))) {
        there.add(partition);
      }
    }
    Map<Partition, List<LiveFile>> live = files(table, there);
    there.removeIf(partition -> !live.get(partition).isEmpty());
    return sweep(table, there).stream().mapToLong(ErasedFiles::files).sum();
  }

  private static void removeEmpty(FileSystem fs, Path root, Path folder) throws IOException {
    Path at = folder;
    // Upwards to the table: an empty purpose folder goes too.
    while (!at.getParent().equals(root)) {
      if (fs.exists(at) && !fs.delete(at, fs.listStatus(at).length == 0)) {
        return;
      }
      at = at.getParent();
      if (fs.exists(at) && fs.listStatus(at).length > 0) {
        return;
      }
    }
  }

  private String absolute(Table table, String path) {
    return new Path(lake.path(table), path).toString();
  }

  private String shown(Table table, Path file) {
    String root = lake.rootOf(table).toString();
    String path = file.toString();
    return ShownPath.of(path.startsWith(root + "/") ? path.substring(root.length() + 1) : path);
  }

  private Path folder(Partition partition) {
    return new Path(lake.path(partition.table()), partition.folder(lake.contracts()));
  }

  private static List<FileStatus> list(FileSystem fs, Path folder) throws IOException {
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
