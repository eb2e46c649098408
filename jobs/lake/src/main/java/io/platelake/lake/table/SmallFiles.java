package io.platelake.lake.table;

import io.platelake.lake.contract.TableContract;
import io.platelake.lake.table.Lake.MergedFiles;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Puts the rows of small files of a ledger together: a ledger gets a file of a row or two with each
 * commit, for ever.
 *
 * <p>A partition is left alone until it has more than {@link #FEW} small files. A file above {@link
 * #LARGE} is never written again, so a night writes no more than that however old the lake is. The
 * commit says that no data changed, so appends pass it; another commit that takes one of the files
 * makes it fail.
 */
final class SmallFiles {
  static final int FEW = 4;
  static final long LARGE = 4L << 20;

  private SmallFiles() {}

  static MergedFiles merge(SparkSession spark, WatchedCommit commit, TableContract contract) {
    OptimisticTransaction transaction = commit.begin();
    Snapshot now = transaction.snapshot();
    List<AddFile> all = TableLog.files(now);
    // Another writer may have left rows in a file that its log says are deleted.
    if (all.stream().anyMatch(file -> file.deletionVector() != null)) {
      return new MergedFiles(all.size(), all.size());
    }
    Map<List<Object>, List<AddFile>> small =
        all.stream()
            .filter(file -> file.size() < LARGE)
            .collect(
                Collectors.groupingBy(
                    file ->
                        List.of(
                            Map.copyOf(CollectionConverters.asJava(file.partitionValues())),
                            contract.isAudit() ? AgencyFiles.agency(file) : ""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    small.values().removeIf(files -> files.size() <= FEW);
    List<Action> actions = new ArrayList<>();
    int added = 0;
    int removed = 0;
    StructType columns = now.schema();
    // Delta's own clock: the proof tolerates a replaced file for a time from then on.
    long removedAt = now.deltaLog().clock().getTimeMillis();
    for (List<AddFile> files : small.values()) {
      for (List<AddFile> some : groups(files)) {
        actions.add(together(spark, now, contract, columns, some));
        some.forEach(file -> actions.add(file.removeWithTimestamp(removedAt, false)));
        transaction.trackFilesRead(CollectionConverters.asScala(some).toSeq());
        added++;
        removed += some.size();
      }
    }
    if (!actions.isEmpty()) {
      commit.commit(
          transaction,
          actions,
          new DeltaOperations.Optimize(
              CollectionConverters.<org.apache.spark.sql.catalyst.expressions.Expression>asScala(
                      List.of())
                  .toSeq(),
              CollectionConverters.<String>asScala(List.of()).toSeq(),
              false,
              Option.empty(),
              false));
    }
    return new MergedFiles(all.size(), all.size() - removed + added);
  }

  /** Files that become one, none of which is much larger than {@link #LARGE}. */
  private static List<List<AddFile>> groups(List<AddFile> files) {
    List<List<AddFile>> groups = new ArrayList<>();
    long bytes = LARGE;
    for (AddFile file : files) {
      if (bytes >= LARGE) {
        groups.add(new ArrayList<>());
        bytes = 0;
      }
      groups.get(groups.size() - 1).add(file);
      bytes += file.size();
    }
    groups.removeIf(group -> group.size() == 1);
    return groups;
  }

  private static AddFile together(
      SparkSession spark,
      Snapshot now,
      TableContract contract,
      StructType columns,
      List<AddFile> files) {
    StructType partitions = now.metadata().partitionSchema();
    Content before = new Content(columns);
    Iterator<InternalRow> rows =
        FileRows.internal(spark, now.deltaLog(), files, columns, partitions);
    Iterator<InternalRow> watched =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return rows.hasNext();
          }

          @Override
          public InternalRow next() {
            InternalRow row = rows.next();
            before.add(row);
            return row;
          }
        };
    Map<String, String> partition = new LinkedHashMap<>();
    for (String column : partitions.fieldNames()) {
      partition.put(column, files.get(0).partitionValues().apply(column));
    }
    AddFile file =
        new LedgerFile(spark, now.deltaLog(), contract, columns).write(watched, partition, false);
    Content after = new Content(columns);
    FileRows.internal(spark, now.deltaLog(), List.of(file), columns, partitions)
        .forEachRemaining(after::add);
    if (!after.isSame(before)) {
      throw new IllegalStateException(
          contract.table() + ": files put together have other rows than before");
    }
    return file;
  }

  /** How many rows, and a sum over all their values, which does not depend on their order. */
  private static final class Content {
    private final UnsafeProjection form;
    private long rows;
    private long sum;

    Content(StructType columns) {
      form = UnsafeProjection.create(columns);
    }

    void add(InternalRow row) {
      rows++;
      sum += form.apply(row).hashCode();
    }

    boolean isSame(Content other) {
      return rows == other.rows && sum == other.sum;
    }
  }
}
