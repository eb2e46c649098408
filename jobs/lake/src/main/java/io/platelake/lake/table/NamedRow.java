package io.platelake.lake.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row, read by the names of its columns: a column that moves can break nothing silently.
 *
 * <p>{@code find…} is empty where the column is null; the other readers throw {@link
 * IllegalStateException} there, with the name of the column and never a value. An unknown column
 * throws {@link IllegalArgumentException}. Dates are UTC days.
 */
public record NamedRow(Row row) {
  /** All rows of a small result, in its order. */
  public static List<NamedRow> all(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(NamedRow::new).toList();
  }

  /**
   * The row of a result that has one, as a sum over a table.
   *
   * @throws IllegalStateException if the result has none or several
   */
  public static NamedRow only(Dataset<Row> rows) {
    List<NamedRow> all = all(rows);
    if (all.size() != 1) {
      throw new IllegalStateException(all.size() + " rows where one is needed");
    }
    return all.iterator().next();
  }

  public boolean has(String column) {
    return !row.isNullAt(row.fieldIndex(column));
  }

  public String text(String column) {
    return findText(column).orElseThrow(() -> isNull(column));
  }

  public Optional<String> findText(String column) {
    return find(column).map(String.class::cast);
  }

  /** A whole number of any width. */
  public long number(String column) {
    return findNumber(column).orElseThrow(() -> isNull(column));
  }

  public Optional<Long> findNumber(String column) {
    return find(column).map(value -> ((Number) value).longValue());
  }

  /** A whole number that fits an {@code int}. */
  public int count(String column) {
    return Math.toIntExact(number(column));
  }

  public double real(String column) {
    return findReal(column).orElseThrow(() -> isNull(column));
  }

  public Optional<Double> findReal(String column) {
    return find(column).map(value -> ((Number) value).doubleValue());
  }

  public boolean flag(String column) {
    return findFlag(column).orElseThrow(() -> isNull(column));
  }

  public Optional<Boolean> findFlag(String column) {
    return find(column).map(Boolean.class::cast);
  }

  public Instant instant(String column) {
    return findInstant(column).orElseThrow(() -> isNull(column));
  }

  public Optional<Instant> findInstant(String column) {
    return find(column)
        .map(value -> value instanceof Instant at ? at : ((java.sql.Timestamp) value).toInstant());
  }

  public LocalDate date(String column) {
    return findDate(column).orElseThrow(() -> isNull(column));
  }

  public Optional<LocalDate> findDate(String column) {
    return find(column)
        .map(value -> value instanceof LocalDate day ? day : ((java.sql.Date) value).toLocalDate());
  }

  public byte[] bytes(String column) {
    return find(column).map(byte[].class::cast).orElseThrow(() -> isNull(column));
  }

  /** The texts of a list; empty where the column is null. */
  public List<String> texts(String column) {
    return has(column) ? List.copyOf(row.getList(row.fieldIndex(column))) : List.of();
  }

  /** The structs of a list; empty where the column is null. */
  public List<NamedRow> structs(String column) {
    if (!has(column)) {
      return List.of();
    }
    return row.<Row>getList(row.fieldIndex(column)).stream().map(NamedRow::new).toList();
  }

  public NamedRow struct(String column) {
    return find(column).map(value -> new NamedRow((Row) value)).orElseThrow(() -> isNull(column));
  }

  private Optional<Object> find(String column) {
    return Optional.ofNullable(row.get(row.fieldIndex(column)));
  }

  private static IllegalStateException isNull(String column) {
    return new IllegalStateException("column " + column + " is null where a value is needed");
  }

  /** Shows no value: a row may hold plates. */
  @Override
  public String toString() {
    return "a row of " + row.size() + " columns";
  }
}
