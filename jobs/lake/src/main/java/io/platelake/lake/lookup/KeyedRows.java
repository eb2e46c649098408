package io.platelake.lake.lookup;

import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows of data files of which a column of numbers holds one of some values. Of each file only the
 * pages are read that may hold one: its Bloom filter tells which values it may have at all, and its
 * column index in which pages they would lie; in files that {@link
 * io.platelake.lake.compact.Compaction} sorted by the column these are few.
 *
 * <p>The values go from driver to tasks and are in no plan, unlike a filter of Spark's.
 */
public final class KeyedRows {
  private static final String PURPOSE = "purpose";
  private static final String DATE = "date";

  private KeyedRows() {}

  /**
   * @param columns of flat types; {@code purpose} and {@code date} are those of the file's
   *     partition
   * @param key a column of {@code columns} without null among the wanted rows
   * @param wanted values in order by file, named as the column {@code _metadata.file_path} of a
   *     plan does, which the purpose wall has let through; this reads past it
   */
  public static JavaRDD<InternalRow> read(
      Lake lake, StructType columns, String key, Map<String, long[]> wanted) {
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    // As one object, so that values that several files share are sent once.
    Broadcast<Wanted> values = executors.broadcast(new Wanted(new HashMap<>(wanted)));
    return executors
        .parallelize(List.copyOf(wanted.keySet()), Math.max(1, wanted.size()))
        .flatMap(file -> rows(file, values.value().byFile().get(file), columns, key).iterator());
  }

  /**
   * Whether a column of a table holds one of some values. Reads nothing but this column, and of
   * files that {@link io.platelake.lake.compact.Compaction} sorted by it nearly nothing.
   *
   * @param rows all rows of the table that may be looked at, without a filter that looks into files
   * @param key a column of whole numbers
   */
  public static boolean holdsAny(
      Lake lake, Dataset<Row> rows, String key, Collection<Long> values) {
    if (values.isEmpty()) {
      return false;
    }
    long[] wanted = values.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    Map<String, long[]> byFile = new HashMap<>();
    for (String file : rows.inputFiles()) {
      byFile.put(new Path(file).toUri().toString(), wanted);
    }
    StructType column = new StructType(new StructField[] {rows.schema().apply(key)});
    return !byFile.isEmpty() && !read(lake, column, key, byFile).isEmpty();
  }

  private record Wanted(HashMap<String, long[]> byFile) implements Serializable {
    /** Shows no value. */
    @Override
    public String toString() {
      return "Wanted[" + byFile.size() + "]";
    }
  }

  private static List<InternalRow> rows(String file, long[] wanted, StructType columns, String key)
      throws IOException {
    Path path = new Path(URI.create(file));
    long[] values = possible(path, key, wanted);
    // The pages of the key alone are small, and tell which pages of the others are worth reading.
    long[] present =
        found(path, new StructType(new StructField[] {columns.apply(key)}), key, values).stream()
            .mapToLong(group -> group.getLong(key, 0))
            .sorted()
            .distinct()
            .toArray();
    return found(path, columns, key, present).stream()
        .map(group -> row(group, columns, file))
        .toList();
  }

  private static List<Group> found(Path path, StructType columns, String key, long[] values)
      throws IOException {
    List<Group> found = new ArrayList<>();
    if (values.length > 0) {
      try (ParquetReader<Group> reader =
          ParquetReader.builder(new Columns(columns), path)
              .withConf(SparkHadoopUtil.get().conf())
              .withFilter(
                  FilterCompat.get(
                      FilterApi.userDefined(FilterApi.longColumn(key), new LongInSet(values))))
              .build()) {
        for (Group group = reader.read(); group != null; group = reader.read()) {
          found.add(group);
        }
      }
    }
    return found;
  }

  /** Those that a file may have, by the least and greatest key of its row groups and by filters. */
  private static long[] possible(Path path, String key, long[] wanted) throws IOException {
    BitSet possible = new BitSet();
    InputFile input = HadoopInputFile.fromPath(path, SparkHadoopUtil.get().conf());
    try (ParquetFileReader file = ParquetFileReader.open(input)) {
      BloomBlocks filters = new BloomBlocks(input, file);
      for (BlockMetaData group : file.getRowGroups()) {
        Optional<ColumnChunkMetaData> chunk =
            group.getColumns().stream()
                .filter(c -> c.getPath().equals(ColumnPath.get(key)))
                .findAny();
        if (chunk.isEmpty()) {
          return wanted;
        }
        possible.or(filters.possible(chunk.get(), wanted, between(chunk.get(), wanted)));
      }
    }
    return possible.stream().mapToLong(i -> wanted[i]).toArray();
  }

  /** Places of the values from the least to the greatest of a row group; all where it says none. */
  private static BitSet between(ColumnChunkMetaData chunk, long[] wanted) {
    BitSet between = new BitSet();
    if (chunk.getStatistics() instanceof LongStatistics range && range.hasNonNullValue()) {
      for (int i = 0; i < wanted.length; i++) {
        between.set(i, wanted[i] >= range.getMin() && wanted[i] <= range.getMax());
      }
    } else {
      between.set(0, wanted.length);
    }
    return between;
  }

  /** Of a file only these columns. */
  private static final class Columns extends GroupReadSupport {
    private final Set<String> names;

    Columns(StructType columns) {
      names = Set.of(columns.fieldNames());
    }

    @Override
    public ReadContext init(InitContext context) {
      MessageType file = context.getFileSchema();
      return new ReadContext(
          new MessageType(
              file.getName(),
              file.getFields().stream().filter(f -> names.contains(f.getName())).toList()));
    }
  }

  private static InternalRow row(Group group, StructType columns, String path) {
    Object[] cells = new Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      String name = columns.apply(i).name();
      if (name.equals(PURPOSE)) {
        cells[i] = UTF8String.fromString(partition(path, PURPOSE));
      } else if (name.equals(DATE)) {
        cells[i] = (int) LocalDate.parse(partition(path, DATE)).toEpochDay();
      } else if (group.getType().containsField(name) && group.getFieldRepetitionCount(name) > 0) {
        cells[i] =
            switch (columns.apply(i).dataType().typeName()) {
              case "string" -> UTF8String.fromBytes(group.getBinary(name, 0).getBytes());
              case "double" -> group.getDouble(name, 0);
              default -> group.getLong(name, 0);
            };
      }
    }
    return new GenericInternalRow(cells);
  }

  private static String partition(String path, String column) {
    int from = path.lastIndexOf("/" + column + "=") + column.length() + 2;
    return path.substring(from, path.indexOf('/', from));
  }
}
