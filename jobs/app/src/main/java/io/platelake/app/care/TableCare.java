package io.platelake.app.care;

import io.platelake.app.care.CareCommand.CareResult;
import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.purge.OpenPurges;
import io.platelake.lake.contract.Sensitivity;
import io.platelake.lake.contract.Table;
import io.platelake.lake.contract.TableContract;
import io.platelake.lake.erase.ErasedFiles;
import io.platelake.lake.erase.ReplacedFiles;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Lake.MergedFiles;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes care of each table. Each step is one commit, or removes files that no table refers to, so a
 * run that is killed anywhere has done a part, and the next does the rest.
 *
 * <p>Rows stay as they are. The tables that a purge takes partitions of are sorted by other jobs.
 * They only lose their replaced files, an hour after these were replaced. They lose none while a
 * purge is at work, since it copies what a late hold keeps from files that are replaced already.
 */
final class TableCare {
  /** Readers of reads and hits may be at work; ledgers are read in a moment. */
  private static final Duration SPARED = Duration.ofHours(1);

  /** A reader goes through fewer commits in a moment, and a checkpoint takes seconds. */
  private static final long CHECKPOINT_AFTER = 30;

  private final JobContext job;
  private final Lake lake;
  private final List<Table> tables = List.of(Table.values());

  TableCare(JobContext job) {
    this.job = job;
    this.lake = job.lake().forDuty(Duty.STORAGE);
  }

  CareResult run() throws IOException {
    // What is read before a purge must not be written after it.
    lake.watchClosings();
    Map<Table, Set<String>> keys = new EnumMap<>(Table.class);
    tables.forEach(table -> keys.put(table, lake.keys(table)));
    OpenPurges purges = OpenPurges.of(lake, job.asOf());
    FinishedKeys finished = FinishedKeys.of(lake, purges);
    long before = 0;
    long after = 0;
    long retired = 0;
    long checkpoints = 0;
    for (Table table : tables) {
      job.progress().step(table.ordinal(), 2L * tables.size(), "caring for " + table.folder());
      if (isLedger(table) || lake.contracts().get(table).isAudit()) {
        MergedFiles merged = lake.merge(table);
        before += merged.before();
        after += merged.after();
      }
      Set<String> done =
          keys.get(table).stream().filter(finished::contains).collect(Collectors.toSet());
      retired += lake.retire(table, done);
      checkpoints += lake.checkpoint(table, CHECKPOINT_AFTER) ? 1 : 0;
    }
    long waiting = 0;
    long files = 0;
    long bytes = 0;
    ReplacedFiles replaced = new ReplacedFiles(lake);
    for (Table table : tables) {
      job.progress()
          .step(
              tables.size() + table.ordinal(),
              2L * tables.size(),
              "removing replaced files of " + table.folder());
      if (!isLedger(table) && !purges.atWork().isEmpty()) {
        waiting++;
      } else {
        ErasedFiles erased = replaced.erase(table, isLedger(table) ? Duration.ZERO : SPARED);
        files += erased.files();
        bytes += erased.bytes();
      }
    }
    return new CareResult(
        tables.size(), waiting, before, after, retired, checkpoints, files, bytes);
  }

  /** Whether no purge takes partitions of a table. */
  private boolean isLedger(Table table) {
    TableContract contract = lake.contracts().get(table);
    return contract.partitionedBy().isEmpty() || contract.sensitivity() == Sensitivity.NONE;
  }
}
