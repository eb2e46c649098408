package io.platelake.lake.erase;

import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One partition of a table.
 *
 * @param table the table
 * @param values values of its partition columns, in the order of the contract; dates as yyyy-MM-dd
 */
public record Partition(Table table, List<String> values) implements Comparable<Partition> {
  public Partition {
    values = List.copyOf(values);
  }

  public static Partition of(Table table, String... values) {
    return new Partition(table, List.of(values));
  }

  /** Purpose of a partition of a table that is partitioned by purpose and date. */
  public String purpose() {
    return values.get(0);
  }

  /** UTC date of a partition of a table that is partitioned by purpose and date. */
  public LocalDate date() {
    return LocalDate.parse(values.get(1));
  }

  /** Folder below the table, for instance {@code purpose=criminal/date=2026-06-01}. */
  public String folder(Contracts contracts) {
    List<String> columns = columns(contracts);
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.get(i) + "=" + values.get(i))
        .collect(Collectors.joining("/"));
  }

  /** Its rows, as a slice of the table. */
  public Slice slice(Contracts contracts) {
    List<String> columns = columns(contracts);
    Slice slice = Slice.all();
    for (int i = 0; i < columns.size(); i++) {
      slice =
          columns.get(i).equals("date")
              ? slice.where("date", LocalDate.parse(values.get(i)))
              : slice.where(columns.get(i), values.get(i));
    }
    return slice;
  }

  private List<String> columns(Contracts contracts) {
    List<String> columns = contracts.get(table).partitionedBy();
    if (columns.isEmpty() || columns.size() != values.size()) {
      throw new IllegalArgumentException(table.folder() + " is partitioned by " + columns);
    }
    return columns;
  }

  @Override
  public int compareTo(Partition other) {
    int byTable = table.compareTo(other.table);
    return byTable != 0 ? byTable : values.toString().compareTo(other.values.toString());
  }
}
