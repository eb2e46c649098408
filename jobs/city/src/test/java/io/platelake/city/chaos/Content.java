package io.platelake.city.chaos;

import static org.apache.spark.sql.functions.expr;

import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a lake's tables hold, in a form that two lakes can be compared by. */
final class Content {
  private Content() {}

  /** Rows of every table but {@code job_runs}, which has a row a run, sorted, as JSON. */
  static Map<Table, List<String>> of(Path root) throws IOException {
    Lake lake =
        Lake.at(TestSpark.session(), root.toString(), Contracts.load()).forDuty(Duty.RETENTION);
    Map<Table, List<String>> content = new TreeMap<>();
    for (Table table : Table.values()) {
      if (table != Table.JOB_RUNS) {
        content.put(table, rows(lake, table));
      }
    }
    return content;
  }

  /** The rows, made up all of them, that are in one lake only, by table. */
  static List<String> differences(Map<Table, List<String>> one, Map<Table, List<String>> other) {
    List<String> differences = new ArrayList<>();
    one.forEach(
        (table, rows) -> {
          List<String> missing = new ArrayList<>(rows);
          List<String> added = new ArrayList<>(other.get(table));
          other.get(table).forEach(missing::remove);
          rows.forEach(added::remove);
          missing.forEach(row -> differences.add("- " + table.folder() + " " + row));
          added.forEach(row -> differences.add("+ " + table.folder() + " " + row));
        });
    return differences;
  }

  private static List<String> rows(Lake lake, Table table) throws IOException {
    Path folder = Path.of(lake.path(table).toUri());
    try (Stream<Path> files = Files.walk(folder)) {
      if (files.noneMatch(f -> f.toString().endsWith(".parquet"))) {
        return List.of();
      }
    }
    Dataset<Row> rows = lake.read(table);
    if (table == Table.PURGE_RUNS) {
      for (String column : List.of("version", "files", "bytes")) {
        rows =
            rows.withColumn(column, expr("if(step in ('vacuum', 'sweep'), null, " + column + ")"));
      }
    }
    return rows.toJSON().collectAsList().stream().sorted().toList();
  }
}
