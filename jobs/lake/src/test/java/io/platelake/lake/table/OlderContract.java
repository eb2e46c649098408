package io.platelake.lake.table;

import io.platelake.lake.contract.TableContract;

/** The contract of a table as it was before it had one of its columns. */
final class OlderContract {
  private OlderContract() {}

  static TableContract without(String column, TableContract now) {
    return now.withColumns(now.columns().stream().filter(c -> !c.name().equals(column)).toList());
  }
}
