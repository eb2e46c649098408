package io.platelake.lake.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.Option;
import scala.collection.IterableOnce;
import scala.collection.Iterator;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/**
 * Rows of a few data files, read in this thread with Spark's own Parquet reader. A query for them
 * takes two Spark jobs: one to list the files, one to read them.
 */
public final class FileRows {
  private FileRows() {}

  /**
   * Rows of files of a table, a file after the other.
   *
   * @param columns of the table; those that a file does not have are null
   * @param partitions of these columns, those that the log has for each file
   */
  public static List<Row> read(
      SparkSession spark,
      DeltaLog log,
      List<AddFile> files,
      StructType columns,
      StructType partitions) {
    Function1<Object, Object> converter = CatalystTypeConverters.createToScalaConverter(columns);
    List<Row> rows = new ArrayList<>();
    internal(spark, log, files, columns, partitions)
        .forEachRemaining(
            row -> rows.add(new GenericRowWithSchema(values((Row) converter.apply(row)), columns)));
    return rows;
  }

  private static Object[] values(Row row) {
    return IntStream.range(0, row.size()).mapToObj(row::get).toArray();
  }

  /** The same rows in Spark's own form. Each is used before the next is asked for. */
  static java.util.Iterator<InternalRow> internal(
      SparkSession spark,
      DeltaLog log,
      List<AddFile> files,
      StructType columns,
      StructType partitions) {
    StructType inFiles = without(columns, Set.of(partitions.fieldNames()));
    Function1<PartitionedFile, Iterator<InternalRow>> reader = reader(spark, inFiles, partitions);
    // The reader puts partitions last.
    StructType read = inFiles.merge(partitions, true);
    List<Expression> places = new ArrayList<>();
    for (StructField column : columns.fields()) {
      places.add(new BoundReference(read.fieldIndex(column.name()), column.dataType(), true));
    }
    UnsafeProjection order = UnsafeProjection.create(CollectionConverters.asScala(places).toSeq());
    Iterator<AddFile> left = CollectionConverters.asScala(files.iterator());
    // A Java stream would gather the rows of a file, and they share one place in memory.
    return CollectionConverters.asJava(
        left.flatMap(
                new AbstractFunction1<AddFile, IterableOnce<InternalRow>>() {
                  @Override
                  public IterableOnce<InternalRow> apply(AddFile file) {
                    return reader.apply(whole(log, file, partitions));
                  }
                })
            .map(
                new AbstractFunction1<InternalRow, InternalRow>() {
                  @Override
                  public InternalRow apply(InternalRow row) {
                    return order.apply(row);
                  }
                }));
  }

  private static StructType without(StructType columns, Set<String> names) {
    return new StructType(
        Arrays.stream(columns.fields())
            .filter(column -> !names.contains(column.name()))
            .toArray(StructField[]::new));
  }

  private static Function1<PartitionedFile, Iterator<InternalRow>> reader(
      SparkSession spark, StructType inFiles, StructType partitions) {
    return new ParquetFileFormat()
        .buildReaderWithPartitionValues(
            spark,
            inFiles,
            partitions,
            inFiles,
            CollectionConverters.asScala(List.<Filter>of()).toList(),
            Map$.MODULE$.from(
                CollectionConverters.asScala(Map.of(FileFormat.OPTION_RETURNING_BATCH(), "false"))),
            spark.sessionState().newHadoopConf());
  }

  private static PartitionedFile whole(DeltaLog log, AddFile file, StructType partitions) {
    Object[] values =
        Arrays.stream(partitions.fields())
            .map(column -> value(file.partitionValues().get(column.name()), column.dataType()))
            .toArray();
    return new PartitionedFile(
        new GenericInternalRow(values),
        SparkPath.fromPath(file.absolutePath(log)),
        0,
        file.size(),
        new String[0],
        file.modificationTime(),
        file.size(),
        Map$.MODULE$.empty());
  }

  /** A value as the log writes it, a text, in Spark's own form of its type. */
  private static Object value(Option<String> text, DataType type) {
    return new Cast(
            Literal.create(text.isEmpty() ? null : text.get(), DataTypes.StringType),
            type,
            Option.apply("UTC"),
            EvalMode.ANSI())
        .eval(InternalRow.empty());
  }
}
