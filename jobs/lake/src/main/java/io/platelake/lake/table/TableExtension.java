package io.platelake.lake.table;

import io.platelake.lake.contract.Column;
import io.platelake.lake.contract.Ddl;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Columns that a contract has got since a table was created. They are null in what is read, and the
 * table gets them with the first rows that are written.
 */
final class TableExtension {
  /** What the log says of files: the contracts have changed it, so tables of before follow. */
  private static final List<String> STATISTICS = List.of("delta.dataSkippingStringPrefixLength");

  private final Lake lake;

  /** Tables known to have every column of their contract. */
  private final Set<Table> extended = ConcurrentHashMap.newKeySet();

  TableExtension(Lake lake) {
    this.lake = lake;
  }

  /** The rows with every column of the contract. */
  Dataset<Row> complete(Table table, Dataset<Row> rows) {
    Dataset<Row> complete = rows;
    Set<String> there = Set.of(rows.columns());
    for (StructField column : lake.contracts().get(table).schema().fields()) {
      if (!there.contains(column.name())) {
        complete = complete.withColumn(column.name(), functions.lit(null).cast(column.dataType()));
      }
    }
    return complete;
  }

  /**
   * Brings a table to its contract. It gets the columns that it lacks, those may be null that the
   * contract lets, and the log says of new files what the contract wants.
   *
   * @return whether that changed the table
   * @throws IllegalArgumentException if a column that it lacks may not be null
   */
  boolean extend(Table table) {
    boolean changed = false;
    if (extended.add(table)) {
      Snapshot now = log(table).update(false, Option.empty(), Option.empty());
      StructType there = now.schema();
      Set<String> names = Set.of(there.fieldNames());
      String identifier = "delta.`" + lake.path(table) + "`";
      List<Column> missing = new ArrayList<>();
      for (Column column : lake.contracts().get(table).columns()) {
        if (!names.contains(column.name())) {
          missing.add(column);
        } else if (!column.required() && !there.apply(column.name()).nullable()) {
          lake.spark().sql(Ddl.dropNotNull(column.name(), identifier));
          changed = true;
        }
      }
      if (!missing.isEmpty()) {
        lake.spark().sql(Ddl.addColumns(missing, identifier));
      }
      Map<String, String> statistics = new TreeMap<>();
      for (String property : STATISTICS) {
        String wanted = lake.contracts().get(table).properties().getOrDefault(property, "");
        if (!now.metadata().configuration().getOrElse(property, () -> "").equals(wanted)) {
          statistics.put(property, wanted);
        }
      }
      if (!statistics.isEmpty()) {
        lake.spark().sql(Ddl.setProperties(statistics, identifier));
      }
      changed |= !missing.isEmpty() || !statistics.isEmpty();
    }
    return changed;
  }

  /**
   * Removes the folder that an audit table of an earlier release has below the root of the lake,
   * where it never had a row. With rows it stays, for a person to look at.
   *
   * @return whether it was there and has gone
   */
  boolean removeMoved(Table table) {
    Path old = new Path(lake.root(), table.folder());
    try {
      boolean isThere =
          !old.equals(lake.path(table)) && lake.fileSystem().exists(new Path(old, "_delta_log"));
      return isThere
          && TableLog.files(TableLog.now(lake.spark(), old)).isEmpty()
          && lake.fileSystem().delete(old, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DeltaLog log(Table table) {
    return DeltaLog.forTable(lake.spark(), lake.path(table));
  }
}
