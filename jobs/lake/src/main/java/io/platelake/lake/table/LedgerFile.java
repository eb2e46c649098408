package io.platelake.lake.table;

import io.platelake.lake.contract.TableContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Data files of a few rows, written in this thread with Spark's own Parquet writer. A query that
 * writes one row takes two Spark jobs and half a second.
 *
 * <p>Files are what Delta would write: its partition columns are also in the file, and the log says
 * how many rows it has and the range of those columns of which the contract allows it.
 */
final class LedgerFile {
  /** Of more rows the executors write files. */
  private static final int MOST_ROWS = 10_000;

  private static final int MOST_PARTITIONS = 16;

  private final SparkSession spark;
  private final DeltaLog log;
  private final TableContract contract;
  private final StructType columns;

  /**
   * @param columns of the rows, in order; partition columns are texts
   */
  LedgerFile(SparkSession spark, DeltaLog log, TableContract contract, StructType columns) {
    this.spark = spark;
    this.log = log;
    this.contract = contract;
    this.columns = columns;
  }

  /** Rows by their partition; each becomes a file. */
  private static Map<List<String>, List<Row>> byPartition(TableContract contract, List<Row> rows) {
    Map<List<String>, List<Row>> byPartition = new LinkedHashMap<>();
    List<Integer> places =
        contract.partitionedBy().stream().map(contract.columnNames()::indexOf).toList();
    for (Row row : rows) {
      List<String> values = places.stream().map(i -> String.valueOf(row.get(i))).toList();
      byPartition.computeIfAbsent(values, k -> new ArrayList<>()).add(row);
    }
    return byPartition;
  }

  /** Whether rows are so few, and in so few partitions, that they are better written here. */
  static boolean takes(TableContract contract, List<Row> rows) {
    return !rows.isEmpty()
        && rows.size() <= MOST_ROWS
        && (contract.isAudit() || !contract.partitionedBy().contains("purpose"))
        && byPartition(contract, rows).size() <= MOST_PARTITIONS;
  }

  /**
   * Writes rows of a contract.
   *
   * @throws IllegalArgumentException if a row has no value where the contract requires one, or does
   *     not have as many columns
   */
  static List<AddFile> write(
      SparkSession spark, DeltaLog log, TableContract contract, List<Row> rows) {
    StructType columns = contract.schema();
    LedgerFile file = new LedgerFile(spark, log, contract, columns);
    Function1<Object, Object> converter = CatalystTypeConverters.createToCatalystConverter(columns);
    List<AddFile> files = new ArrayList<>();
    byPartition(contract, rows)
        .forEach(
            (values, own) -> {
              own.forEach(row -> check(contract, row));
              Map<String, String> partition = new LinkedHashMap<>();
              for (int i = 0; i < values.size(); i++) {
                partition.put(contract.partitionedBy().get(i), values.get(i));
              }
              Iterator<InternalRow> internal =
                  own.stream().map(row -> (InternalRow) converter.apply(row)).iterator();
              files.add(file.write(internal, partition, true));
            });
    return files;
  }

  private static void check(TableContract contract, Row row) {
    if (row.size() != contract.columns().size()) {
      throw new IllegalArgumentException(contract.table() + ": columns differ from the contract");
    }
    for (int i = 0; i < row.size(); i++) {
      if (row.isNullAt(i) && contract.columns().get(i).required()) {
        throw new IllegalArgumentException(
            contract.table()
                + ": required column "
                + contract.columns().get(i).name()
                + " has no value");
      }
    }
  }

  /**
   * Writes one file.
   *
   * @param rows each is used before the next is asked for
   * @param partition value of each partition column, as text
   */
  AddFile write(Iterator<InternalRow> rows, Map<String, String> partition, boolean dataChange) {
    try {
      Job job = Job.getInstance(spark.sessionState().newHadoopConf());
      OutputWriterFactory writers =
          new ParquetFileFormat().prepareWrite(spark, job, Map$.MODULE$.empty(), nullable());
      Configuration conf = job.getConfiguration();
      TaskAttemptContext task = new TaskAttemptContextImpl(conf, new TaskAttemptID());
      Path relative =
          new Path(
              folder(partition)
                  + "part-00000-"
                  + UUID.randomUUID()
                  + ".c000"
                  + writers.getFileExtension(task));
      Path path = new Path(log.dataPath(), relative);
      FileStatistics statistics = new FileStatistics(contract, columns);
      OutputWriter writer = writers.newInstance(path.toString(), nullable(), task);
      try {
        while (rows.hasNext()) {
          InternalRow row = rows.next();
          statistics.add(row);
          writer.write(row);
        }
      } finally {
        writer.close();
      }
      FileStatus written = path.getFileSystem(conf).getFileStatus(path);
      return new AddFile(
          relative.toUri().toString(),
          Map$.MODULE$.from(CollectionConverters.asScala(partition)),
          written.getLen(),
          written.getModificationTime(),
          dataChange,
          statistics.json(),
          null,
          null,
          Option.empty(),
          Option.empty(),
          Option.empty(),
          Option.empty(),
          Option.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folder(Map<String, String> partition) {
    StringBuilder folder = new StringBuilder();
    partition.forEach(
        (column, value) ->
            folder
                .append(ExternalCatalogUtils.escapePathName(column))
                .append('=')
                .append(ExternalCatalogUtils.escapePathName(value))
                .append('/'));
    return folder.toString();
  }

  /** As Delta writes them: what may not be null is the contract's to say, not the file's. */
  private StructType nullable() {
    StructType all = new StructType();
    for (StructField column : columns.fields()) {
      all = all.add(column.name(), column.dataType(), true);
    }
    return all;
  }
}
