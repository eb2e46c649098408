package io.platelake.app.golden;

import io.platelake.app.Rows;
import io.platelake.app.TextTable;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * A table of the lake as text that a person can review: all columns but the {@link #VARYING}, the
 * telling ones first. A column with one value in all rows has a line of its own above the table, so
 * that the table stays narrow.
 *
 * @param table the table
 * @param first columns to show first; the rows are sorted by them
 */
record GoldenTable(Table table, List<String> first) {
  /** Columns that differ from run to run, or with words that change no behaviour. */
  static final Set<String> VARYING =
      Set.of(
          // Names a batch of files; random.
          "batch_id",
          // A digest over the words of the policy, which changes with every comment in it.
          "policy_version",
          // A digest over the same words, the feed file and the cameras.
          "judged_by",
          // A digest over the plan, which names data files; their names are random.
          "run_id",
          // The plan as JSON, with digests over names of data files.
          "detail",
          // Sizes of data files that hold random names.
          "bytes",
          // A digest over the read as JSON, with its batch.
          "digest");

  static GoldenTable of(Table table, String... first) {
    return new GoldenTable(table, List.of(first));
  }

  /** All rows of the table, as cells. */
  TextTable read(Lake lake) {
    Dataset<Row> rows = lake.read(table);
    Set<String> columns = new LinkedHashSet<>(first);
    columns.addAll(List.of(rows.columns()));
    columns.removeAll(VARYING);
    return Rows.table(
        rows.selectExpr(columns.stream().map(c -> shown(rows, c)).toArray(String[]::new)),
        List.copyOf(columns));
  }

  private static String shown(Dataset<Row> rows, String column) {
    if (column.equals("record")) {
      return "regexp_replace(record, '\"batch_id\":\"[^\"]*\",', '') as record";
    }
    // The last digits of a logarithm differ between processors.
    boolean real = rows.schema().apply(column).dataType().equals(DataTypes.DoubleType);
    return real ? "round(" + column + ", 6) as " + column : column;
  }

  static String text(TextTable all) {
    if (all.rows().size() < 2) {
      return all.text();
    }
    StringBuilder constants = new StringBuilder();
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < all.columns().size(); i++) {
      int column = i;
      List<String> values = all.rows().stream().map(row -> row.get(column)).distinct().toList();
      if (values.size() == 1) {
        constants.append(all.columns().get(i)).append(" = ").append(values.get(0)).append("\n");
      } else {
        shown.add(i);
      }
    }
    return constants + "\n" + only(all, shown).text();
  }

  /** Rows that are gone and rows that are new. */
  static String changes(TextTable before, TextTable after) {
    List<List<String>> gone = new ArrayList<>(before.rows());
    List<List<String>> added = new ArrayList<>();
    after.rows().stream().filter(row -> !gone.remove(row)).forEach(added::add);
    List<List<String>> rows =
        Stream.concat(
                gone.stream().map(row -> with("gone", row)),
                added.stream().map(row -> with("new", row)))
            .toList();
    return rows.isEmpty()
        ? "No row is gone or new."
        : text(new TextTable(with("change", before.columns()), rows));
  }

  private static List<String> with(String first, List<String> cells) {
    return Stream.concat(Stream.of(first), cells.stream()).toList();
  }

  private static TextTable only(TextTable table, List<Integer> columns) {
    return new TextTable(
        pick(table.columns(), columns),
        table.rows().stream().map(row -> pick(row, columns)).toList());
  }

  private static List<String> pick(List<String> cells, List<Integer> columns) {
    return columns.stream().map(cells::get).toList();
  }
}
