package io.platelake.app.compact;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.core.access.Permission;
import io.platelake.lake.compact.Compaction;
import io.platelake.lake.compact.RewrittenFiles;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.LiveFile;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.erase.UncommittedFileAge;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake migrate}: run it again and it changes nothing. */
@Command(
    name = "migrate",
    description =
        "Bring a lake of an earlier release forward: add the tables and columns it lacks, and give"
            + " each agency files of its own. Run it while no other job runs. It may be stopped,"
            + " and goes on where it stopped.")
@CommandContract(
    needs = Permission.ADMINISTER,
    result = MigrateCommand.MigrateResult.class,
    example = "migrate")
public final class MigrateCommand implements Callable<Integer> {
  private static final long FILE_BYTES = 128L << 20;

  @Spec private CommandSpec spec;

  /** What a run gives. */
  record MigrateResult(
      long tables,
      long partitions,
      long rewritten,
      long rows,
      long filesBefore,
      long filesAfter,
      List<String> changed)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onOldLake(spec, MigrateCommand::run);
  }

  private static JobResult run(JobContext job) throws IOException {
    List<String> changed = job.lake().bringForward();
    Lake lake = job.lake().forDuty(Duty.STORAGE);
    // What is read before a purge must not be written after it.
    lake.watchClosings();
    Compaction compaction = new Compaction(lake);
    long partitions = 0;
    List<RewrittenFiles> all = new ArrayList<>();
    for (Table table : lake.contracts().walled()) {
      Map<Partition, List<LiveFile>> files = compaction.files(table, compaction.partitions(table));
      List<Partition> shared =
          files.entrySet().stream()
              .filter(e -> ScatteredFiles.sharesFiles(e.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      for (Partition partition : shared) {
        job.progress()
            .step(
                all.size() + 1,
                shared.size(),
                "rewriting " + table.folder() + " " + String.join(" ", partition.values()));
        all.add(compaction.rewrite(partition, sortedBy(lake, table), FILE_BYTES));
      }
      if (!shared.isEmpty()) {
        // Only what is old: a job that somebody started all the same has files to commit.
        compaction.erase(table, List.of(), UncommittedFileAge.AFTER);
      }
      partitions += files.size();
    }
    return JobResult.of(
        new MigrateResult(
            changed.size(),
            partitions,
            all.size(),
            all.stream().mapToLong(RewrittenFiles::rows).sum(),
            all.stream().mapToLong(RewrittenFiles::filesBefore).sum(),
            all.stream().mapToLong(RewrittenFiles::files).sum(),
            changed));
  }

  private static String sortedBy(Lake lake, Table table) {
    return table == Table.READS || table == Table.PASSES
        ? "plate_key"
        : lake.contracts().get(table).clock();
  }
}
