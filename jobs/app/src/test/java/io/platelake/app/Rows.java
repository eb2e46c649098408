package io.platelake.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Column;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.AgencyFiles;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Rows of contract tables from text and back, so that a test shows only the columns it is about.
 *
 * <p>A cell {@code -} is null; texts of an array are parted by commas. Instants are UTC, in full or
 * a time of day of {@link #DAY}. A column not named gets: {@code plate_key} and {@code fold_key}
 * those of {@code plate}; {@code date} that of {@code captured_at}; {@code delete_after} 21 days
 * after it; the first id of a table 1, the next 2; null where the contract allows it; otherwise the
 * value in {@link #DEFAULTS}, 0, false or {@code x}.
 */
public final class Rows {
  /** The day of instants that are only a time. */
  public static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("agency_id", "city-2"),
          Map.entry("purpose", "criminal"),
          Map.entry("camera_id", "cam-1"),
          Map.entry("captured_at", "10:00"),
          Map.entry("landed_at", "11:00"),
          Map.entry("matched_at", "12:00"),
          Map.entry("source", "feed-1"),
          Map.entry("batch_id", "b-1"),
          Map.entry("list_id", "stolen"),
          Map.entry("snapshot_id", "s-1"),
          Map.entry("category", "stolen_vehicle"));

  private static final Contracts CONTRACTS = Contracts.load();

  private Rows() {}

  /** Rows in the shape of a table's contract. */
  public static Dataset<Row> of(Table table, String text) {
    TextTable cells = TextTable.parse(text);
    List<Column> columns = CONTRACTS.get(table).columns();
    List<String> names = columns.stream().map(Column::name).toList();
    for (String given : cells.columns()) {
      if (!names.contains(given)) {
        throw new IllegalArgumentException(table.folder() + " has no column " + given);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (List<String> row : cells.rows()) {
      Map<String, String> given = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        given.put(cells.columns().get(i), row.get(i));
      }
      long id = rows.size() + 1L;
      rows.add(RowFactory.create(columns.stream().map(c -> value(c, given, id)).toArray()));
    }
    Dataset<Row> all = TestSpark.session().createDataFrame(rows, CONTRACTS.get(table).schema());
    // Agencies share no file of these tables.
    Set<String> agencies =
        CONTRACTS.walled().contains(table)
            ? rows.stream()
                .map(row -> row.getString(names.indexOf("agency_id")))
                .collect(Collectors.toSet())
            : Set.of();
    return agencies.size() > 1 ? AgencyFiles.split(all, agencies) : all;
  }

  /** Asserts the rows of the columns that the expected text names, in any order. */
  public static void assertRows(String expected, Dataset<Row> actual) {
    TextTable wanted = TextTable.parse(expected);
    assertEquals(wanted.text(), text(actual, wanted.columns()));
  }

  /** The rows of these columns as text, sorted; without columns, of all. */
  public static String text(Dataset<Row> rows, String... columns) {
    return text(rows, Arrays.asList(columns.length == 0 ? rows.columns() : columns));
  }

  private static String text(Dataset<Row> rows, List<String> columns) {
    return table(rows, columns).text();
  }

  /** The rows of these columns as cells of text. */
  public static TextTable table(Dataset<Row> rows, List<String> columns) {
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows.selectExpr(columns.toArray(String[]::new)).collectAsList()) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        line.add(shown(row.get(i)));
      }
      cells.add(line);
    }
    return new TextTable(columns, cells);
  }

  private static String shown(Object value) {
    if (value == null) {
      return "-";
    }
    if (value instanceof Timestamp t) {
      String text = t.toInstant().toString();
      return text.startsWith(DAY + "T") ? text.substring(11, text.length() - 1) : text;
    }
    return value.toString();
  }

  private static Object value(Column column, Map<String, String> given, long id) {
    String name = column.name();
    String cell = given.getOrDefault(name, DEFAULTS.get(name));
    if (cell == null || (cell.isEmpty() && !given.containsKey(name))) {
      return missing(column, given, id);
    }
    return cell.equals("-") ? null : parsed(column.type(), cell);
  }

  private static Object missing(Column column, Map<String, String> given, long id) {
    String plate = given.getOrDefault("plate", "-");
    switch (column.name()) {
      case "plate_key":
        return plate.equals("-") ? null : (Object) PlateKey.pack(plate);
      case "fold_key":
        return plate.equals("-") ? null : (Object) OcrClasses.GENETEC.foldKey(PlateKey.pack(plate));
      case "date":
        return Date.valueOf(LocalDate.ofInstant(captured(given), ZoneOffset.UTC));
      case "delete_after":
        return Timestamp.from(captured(given).plus(java.time.Duration.ofDays(21)));
      case "read_id", "entry_id", "hit_id", "pass_id":
        return id;
      default:
        return column.required() ? filler(column.type()) : null;
    }
  }

  private static Instant captured(Map<String, String> given) {
    return instant(given.getOrDefault("captured_at", DEFAULTS.get("captured_at")));
  }

  private static Object filler(String type) {
    return type.equals("string") ? "x" : parsed(type, type.equals("timestamp") ? "00:00" : "0");
  }

  private static Object parsed(String type, String cell) {
    return switch (type) {
      case "string" -> cell;
      case "bigint" -> Long.valueOf(cell);
      case "int" -> Integer.valueOf(cell);
      case "double" -> Double.valueOf(cell);
      case "boolean" -> Boolean.valueOf(cell);
      case "timestamp" -> Timestamp.from(instant(cell));
      case "date" -> Date.valueOf(cell);
      case "array<string>" -> cell.split(",");
      case "array<bigint>" -> Arrays.stream(cell.split(",")).map(Long::valueOf).toArray();
      default -> throw new IllegalArgumentException("cells of type " + type + " are not written");
    };
  }

  /** An instant in full, or a time of {@link #DAY}. */
  public static Instant instant(String text) {
    if (text.contains("T")) {
      return Instant.parse(text);
    }
    return DAY.atTime(java.time.LocalTime.parse(text)).toInstant(ZoneOffset.UTC);
  }
}
