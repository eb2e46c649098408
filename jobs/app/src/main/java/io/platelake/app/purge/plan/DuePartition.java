package io.platelake.app.purge.plan;

import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.lake.erase.LiveFile;
import io.platelake.lake.erase.Partition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A partition that is due, before its files are looked up.
 *
 * @param agencies owners whose rows go, sorted
 * @param whole all its rows go
 * @param rows rows that go
 * @param oldest start of the clock of the oldest row that goes, UTC
 * @param expires when that row must be gone, UTC
 */
record DuePartition(
    Partition partition,
    List<String> agencies,
    boolean whole,
    long rows,
    Instant oldest,
    Instant expires) {

  DuePartition {
    agencies = List.copyOf(agencies);
  }

  /** As the plan lists it. */
  PlanItem item(Collection<LiveFile> files) {
    String listing =
        files.stream().map(f -> f.path() + " " + f.bytes()).collect(Collectors.joining("\n"));
    return new PlanItem(
        partition.table(),
        partition.values(),
        agencies,
        whole,
        rows,
        oldest.toString(),
        expires.toString(),
        files.size(),
        files.stream().mapToLong(LiveFile::bytes).sum(),
        Sha256.of(listing));
  }
}
