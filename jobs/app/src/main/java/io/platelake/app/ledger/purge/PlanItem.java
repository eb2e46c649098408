package io.platelake.app.ledger.purge;

import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Partition;
import java.util.List;

/**
 * One partition that must go, wholly or for some of its owners.
 *
 * @param table table
 * @param partition values of the partition columns, in the order of the contract
 * @param agencies owners whose rows go, sorted
 * @param whole all rows of the partition go, so nothing has to be rewritten
 * @param rows rows that go
 * @param oldest capture (or other start of the clock) of the oldest row that goes, ISO-8601 UTC
 * @param expires when that row must be gone, ISO-8601 UTC
 * @param files files of the partition
 * @param bytes size of these files
 * @param listing SHA-256 over their paths and sizes: the plan is for exactly these
 */
public record PlanItem(
    Table table,
    List<String> partition,
    List<String> agencies,
    boolean whole,
    long rows,
    String oldest,
    String expires,
    long files,
    long bytes,
    String listing) {

  public PlanItem {
    partition = List.copyOf(partition);
    agencies = List.copyOf(agencies);
  }

  public Partition where() {
    return new Partition(table, partition);
  }
}
