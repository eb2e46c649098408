package io.platelake.lake.table;

import io.platelake.lake.contract.Sensitivity;
import io.platelake.lake.contract.TableContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of small tables, kept in memory as long as nobody commits to them.
 *
 * <p>A command asks the same ledgers of a few rows many times. Delta answers each time with two or
 * three plans and two Spark jobs, which take longer than the rows. The checksum beside each commit
 * tells how small a table is, its files, and an id that no other commit has.
 *
 * <p>Tables that name plates are not kept, so that no plan holds a plate. Of those, too, an empty
 * one needs no Spark job.
 */
final class KeptRows {
  /** Of more the checksum lists none: allFilesInCrc.thresholdNumFiles in spark-defaults.conf. */
  private static final long MOST_FILES = 200;

  private static final long MOST_BYTES = 1 << 20;
  private static final int MOST_TABLES = 64;

  /** The newest rows of each table, those used longest ago first. */
  private static final Map<Path, Kept> KEPT =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Kept> eldest) {
          return size() > MOST_TABLES;
        }
      };

  /**
   * @param commit id of the commit that these are the rows after
   */
  private record Kept(String commit, StructType columns, List<Row> rows) {}

  private KeptRows() {}

  /**
   * Rows of a table as it is now.
   *
   * @param query reads them from the table
   */
  static Dataset<Row> of(
      SparkSession spark, Path path, TableContract contract, Supplier<Dataset<Row>> query) {
    Snapshot now = now(spark, path);
    Optional<VersionChecksum> checksum = checksum(now);
    if (checksum.isEmpty()) {
      return query.get();
    }
    if (checksum.get().numFiles() == 0) {
      return spark.createDataFrame(List.of(), contract.schema());
    }
    Option<String> commit = checksum.get().txnId();
    if (commit.isEmpty()
        || contract.sensitivity() == Sensitivity.PLATE
        || !isSmall(checksum.get())) {
      return query.get();
    }
    Optional<Kept> kept =
        find(path, commit.get()).or(() -> read(spark, now, checksum.get(), contract));
    if (kept.isEmpty()) {
      return query.get();
    }
    keep(path, kept.get());
    return spark.createDataFrame(kept.get().rows(), kept.get().columns());
  }

  /**
   * Rows of a small table as it is now, without a plan that could show them; empty where only a
   * query finds them. Those that name plates are read each time.
   */
  static Optional<List<Row>> rows(SparkSession spark, Path path, TableContract contract) {
    Snapshot now = now(spark, path);
    return checksum(now)
        .filter(KeptRows::isSmall)
        .flatMap(
            checksum ->
                checksum.numFiles() == 0
                    ? Optional.of(List.of())
                    : read(spark, now, checksum, contract).map(Kept::rows));
  }

  /** The rows of the files that a checksum lists; empty where only a query finds them. */
  private static Optional<Kept> read(
      SparkSession spark, Snapshot now, VersionChecksum checksum, TableContract contract) {
    if (checksum.allFiles().isEmpty()) {
      return Optional.empty();
    }
    List<AddFile> files = CollectionConverters.asJava(checksum.allFiles().get());
    // Another writer may have left rows in a file that its log says are deleted.
    if (files.stream().anyMatch(file -> file.deletionVector() != null)) {
      return Optional.empty();
    }
    StructType columns = columns(now.schema(), contract.schema());
    List<Row> rows =
        FileRows.read(spark, now.deltaLog(), files, columns, now.metadata().partitionSchema());
    return Optional.of(new Kept(checksum.txnId().getOrElse(() -> ""), columns, rows));
  }

  /** Columns of the table, then those of the contract that it does not have yet. */
  private static StructType columns(StructType there, StructType contract) {
    StructType all = new StructType();
    for (StructField column : there.fields()) {
      all = all.add(column.name(), column.dataType(), true);
    }
    Set<String> names = Set.of(there.fieldNames());
    for (StructField column : contract.fields()) {
      all = names.contains(column.name()) ? all : all.add(column.name(), column.dataType(), true);
    }
    return all;
  }

  /** Whether the checksum of the last commit says that a table has no files. */
  static boolean isKnownEmpty(SparkSession spark, Path path) {
    return checksum(now(spark, path)).filter(c -> c.numFiles() == 0).isPresent();
  }

  private static Snapshot now(SparkSession spark, Path path) {
    return DeltaLog.forTable(spark, path).update(false, Option.empty(), Option.empty());
  }

  private static Optional<VersionChecksum> checksum(Snapshot now) {
    return now.version() < 0 || now.checksumOpt().isEmpty()
        ? Optional.empty()
        : Optional.of(now.checksumOpt().get());
  }

  private static boolean isSmall(VersionChecksum checksum) {
    return checksum.numFiles() <= MOST_FILES && checksum.tableSizeBytes() <= MOST_BYTES;
  }

  private static synchronized Optional<Kept> find(Path path, String commit) {
    return Optional.ofNullable(KEPT.get(path)).filter(k -> k.commit().equals(commit));
  }

  private static synchronized void keep(Path path, Kept rows) {
    KEPT.put(path, rows);
  }
}
