package io.platelake.lake.table;

import io.platelake.lake.contract.TableContract;

/** The contract of a table as it was before it had one of its columns. */
final class OlderContract {
  private OlderContract() {}

  static TableContract without(String column, TableContract now) {
    return new TableContract(
        now.table(),
        now.meaning(),
        now.key(),
        now.owner(),
        now.sensitivity(),
        now.retention(),
        now.partitionedBy(),
        now.columns().stream().filter(c -> !c.name().equals(column)).toList(),
        now.properties());
  }
}
