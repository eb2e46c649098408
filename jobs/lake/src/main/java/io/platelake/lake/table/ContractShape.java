package io.platelake.lake.table;

import io.platelake.lake.contract.TableContract;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/** Rows in the shape of a table's contract: its columns, in its order and of its types. */
final class ContractShape {
  private ContractShape() {}

  /**
   * The rows in the order of the contract.
   *
   * @throws IllegalArgumentException if columns or types differ from it
   */
  static Dataset<Row> of(TableContract contract, Dataset<Row> rows) {
    List<String> given = List.of(rows.columns());
    if (given.size() != contract.columns().size() || !given.containsAll(contract.columnNames())) {
      throw new IllegalArgumentException(
          contract.table() + ": columns differ from the contract, given " + given);
    }
    Dataset<Row> ordered =
        rows.select(
            contract.columnNames().stream()
                .map(functions::col)
                .collect(Collectors.toList())
                .toArray(org.apache.spark.sql.Column[]::new));
    for (StructField field : contract.schema().fields()) {
      DataType type = ordered.schema().apply(field.name()).dataType();
      if (!type.catalogString().equals(field.dataType().catalogString())) {
        throw new IllegalArgumentException(
            contract.table() + "." + field.name() + " is " + field.dataType() + ", given " + type);
      }
    }
    return ordered;
  }
}
