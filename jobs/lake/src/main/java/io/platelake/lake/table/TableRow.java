package io.platelake.lake.table;

import io.platelake.lake.contract.Column;
import io.platelake.lake.contract.TableContract;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A row of a table under construction, written by the names of the contract's columns; positions
 * come from the contract. What is not given is null.
 */
public final class TableRow {
  private final TableContract contract;
  private final Map<String, Object> values = new HashMap<>();

  public TableRow(TableContract contract) {
    this.contract = contract;
  }

  /**
   * Sets a column. An {@link Instant}, {@link LocalDate} or {@link Optional} is turned into what
   * Spark stores.
   *
   * @throws IllegalArgumentException if the table has no such column, or it is set already
   */
  public TableRow with(String column, Object value) {
    if (!contract.columnNames().contains(column)) {
      throw new IllegalArgumentException(contract.table() + " has no column " + column);
    }
    if (values.containsKey(column)) {
      throw new IllegalArgumentException(contract.table() + ": " + column + " is set twice");
    }
    values.put(column, stored(value));
    return this;
  }

  /**
   * The row, in the order of the contract.
   *
   * @throws IllegalStateException if a required column has no value
   */
  public Row row() {
    List<Column> columns = contract.columns();
    Object[] cells = new Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = values.get(columns.get(i).name());
      if (cells[i] == null && columns.get(i).required()) {
        throw new IllegalStateException(
            contract.table() + ": required column " + columns.get(i).name() + " has no value");
      }
    }
    return RowFactory.create(cells);
  }

  private static Object stored(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(TableRow::stored).orElse(null);
    }
    if (value instanceof Instant instant) {
      return Timestamp.from(instant);
    }
    return value instanceof LocalDate date ? Date.valueOf(date) : value;
  }
}
