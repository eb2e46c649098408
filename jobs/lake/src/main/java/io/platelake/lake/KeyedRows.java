package io.platelake.lake;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows of data files of which a column of numbers holds one of some values. Of each file only the
 * pages are read that may hold one, as its column index tells; in files sorted by the column these
 * are few.
 *
 * <p>The values go from driver to tasks and stand in no plan, as a filter of Spark's would.
 */
public final class KeyedRows {
  private static final String PURPOSE = "purpose";
  private static final String DATE = "date";

  private KeyedRows() {}

  /**
   * @param columns of flat types; {@code purpose} and {@code date} are those of the file's
   *     partition
   * @param key a column of {@code columns} without null among the wanted rows
   * @param wanted values by file, named as the column {@code _metadata.file_path} of a plan does,
   *     which the purpose wall has let through; this reads past it
   */
  public static JavaRDD<InternalRow> read(
      Lake lake, StructType columns, String key, Map<String, long[]> wanted) {
    List<Wanted> files =
        wanted.entrySet().stream().map(e -> new Wanted(e.getKey(), e.getValue())).toList();
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    return executors
        .parallelize(files, Math.max(1, files.size()))
        .flatMap(file -> rows(file, columns, key).iterator());
  }

  private record Wanted(String path, long[] values) implements Serializable {
    @Override
    public String toString() {
      return "Wanted[" + values.length + "]";
    }
  }

  private static List<InternalRow> rows(Wanted file, StructType columns, String key)
      throws IOException {
    Set<Long> values = Arrays.stream(file.values()).boxed().collect(Collectors.toSet());
    List<InternalRow> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new Columns(columns), new Path(URI.create(file.path())))
            .withConf(SparkHadoopUtil.get().conf())
            .withFilter(FilterCompat.get(FilterApi.in(FilterApi.longColumn(key), values)))
            .build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        rows.add(row(group, columns, file.path()));
      }
    }
    return rows;
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
