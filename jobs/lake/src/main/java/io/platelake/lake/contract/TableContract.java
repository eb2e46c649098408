package io.platelake.lake.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructType;

/**
 * What one table is: the file {@code schemas/tables/<table>.yaml}.
 *
 * @param table name, also the folder under the lake root
 * @param meaning one line
 * @param key columns that identify a row
 * @param owner who answers for it
 * @param sensitivity the most that any of its rows gives away
 * @param retention the clock its rows follow: {@code purpose}, {@code case}, {@code kept}, {@code
 *     suppression} (the date until which a person ruled), or a record class of the policy
 * @param root {@code audit} where it lies below the audit root; null below the root of the lake
 * @param clock column with the instant from which its retention counts; {@code captured_at} where
 *     the file does not say
 * @param partitionedBy partition columns, in folder order; they are also the last columns
 * @param columns all columns, in table order
 * @param properties Delta properties, defaults included
 */
public record TableContract(
    @JsonProperty(required = true) String table,
    @JsonProperty(required = true) String meaning,
    @JsonProperty(required = true) List<String> key,
    @JsonProperty(required = true) String owner,
    @JsonProperty(required = true) Sensitivity sensitivity,
    @JsonProperty(required = true) String retention,
    String root,
    String clock,
    @JsonProperty(value = "partitioned_by", required = true) List<String> partitionedBy,
    @JsonProperty(required = true) List<Column> columns,
    Map<String, String> properties) {
  private static final String AUDIT = "audit";

  public TableContract {
    key = List.copyOf(key);
    partitionedBy = List.copyOf(partitionedBy);
    columns = List.copyOf(columns);
    clock = clock == null ? "captured_at" : clock;
    if (root != null && !root.equals(AUDIT)) {
      throw new IllegalArgumentException(table + ": the only other root is " + AUDIT);
    }
    properties = properties == null ? Map.of() : Map.copyOf(properties);
    List<String> names = columns.stream().map(Column::name).toList();
    if (!names.containsAll(key) || !names.containsAll(partitionedBy)) {
      throw new IllegalArgumentException(table + ": key or partition names a missing column");
    }
  }

  /** Column names, in table order. */
  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  /** Columns whose minimum and maximum the transaction log may hold. */
  public List<String> statsColumns() {
    return columns.stream().filter(Column::stats).map(Column::name).toList();
  }

  /** Columns whose values the transaction log must never hold. */
  public List<String> forbiddenInLog() {
    return columns.stream()
        .filter(c -> !c.stats() && !partitionedBy.contains(c.name()))
        .map(Column::name)
        .toList();
  }

  /** Whether it lies below the audit root. */
  public boolean isAudit() {
    return root != null;
  }

  /** The Spark schema, in table order, with the nullability of the contract. */
  public StructType schema() {
    return StructType.fromDDL(
        columns.stream()
            .map(c -> c.name() + " " + c.type() + (c.required() ? " not null" : ""))
            .collect(Collectors.joining(", ")));
  }

  /** Whether a value of a column gives something away. */
  public boolean isSensitive(String column) {
    return columns.stream()
        .anyMatch(c -> c.name().equals(column) && c.sensitivity() != Sensitivity.NONE);
  }

  /** The same table with other columns. */
  public TableContract withColumns(List<Column> others) {
    return new TableContract(
        table,
        meaning,
        key,
        owner,
        sensitivity,
        retention,
        root,
        clock,
        partitionedBy,
        others,
        properties);
  }

  TableContract withProperties(Map<String, String> all) {
    return new TableContract(
        table,
        meaning,
        key,
        owner,
        sensitivity,
        retention,
        root,
        clock,
        partitionedBy,
        columns,
        all);
  }
}
