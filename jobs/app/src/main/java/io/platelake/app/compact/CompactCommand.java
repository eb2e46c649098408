package io.platelake.app.compact;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
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
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake compact}: run it again and it rewrites nothing. */
@Command(
    name = "compact",
    description = "Rewrite dates that no longer change into few files, sorted by plate.")
@CommandContract(
    needs = Permission.OPERATE,
    result = CompactCommand.CompactResult.class,
    example = "compact")
public final class CompactCommand implements Callable<Integer> {
  /** Those with a plate and many rows. */
  private static final List<Table> TABLES = List.of(Table.READS, Table.PASSES);

  private static final String SORTED_BY = "plate_key";

  @Spec private CommandSpec spec;

  @Option(
      names = "--file-mb",
      paramLabel = "MB",
      defaultValue = "128",
      description = "Wanted size of a file in megabytes (default: ${DEFAULT-VALUE}).")
  private long megabytes;

  /** What a run gives. */
  record CompactResult(
      long partitions,
      long rewritten,
      long rows,
      long filesBefore,
      long filesAfter,
      long bytesBefore,
      long bytesAfter)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) throws IOException {
    if (megabytes < 1 || megabytes > 4_096) {
      throw new BadInput("--file-mb", "is outside 1 to 4096", "Use 128.");
    }
    Lake lake = job.lake().forDuty(Duty.STORAGE);
    // What is read before a purge must not be written after it.
    lake.watchClosings();
    Compaction compaction = new Compaction(lake);
    Map<String, PolicyInForce> policies = PolicyLedger.all(lake, job.asOf());
    long partitions = 0;
    List<RewrittenFiles> all = new ArrayList<>();
    for (Table table : TABLES) {
      List<Partition> closed = ClosedPartitions.of(lake, table, policies, job.asOf());
      List<RewrittenFiles> rewritten = rewrite(compaction, table, closed, job.progress());
      if (!rewritten.isEmpty()) {
        compaction.erase(
            table,
            rewritten.stream().map(RewrittenFiles::partition).toList(),
            UncommittedFileAge.AFTER);
      }
      partitions += closed.size();
      all.addAll(rewritten);
    }
    return JobResult.of(result(partitions, all));
  }

  private List<RewrittenFiles> rewrite(
      Compaction compaction, Table table, List<Partition> closed, Progress progress) {
    List<RewrittenFiles> rewritten = new ArrayList<>();
    Map<Partition, List<LiveFile>> found = compaction.files(table, closed);
    AtomicLong done = new AtomicLong();
    found.forEach(
        (partition, files) -> {
          done.incrementAndGet();
          if (ScatteredFiles.areWorthARewrite(files, SORTED_BY, megabytes << 20)) {
            progress.step(
                done.get(),
                found.size(),
                "rewriting " + table.folder() + " " + String.join(" ", partition.values()));
            rewritten.add(compaction.rewrite(partition, SORTED_BY, megabytes << 20));
          }
        });
    return rewritten;
  }

  private static CompactResult result(long closed, List<RewrittenFiles> rewritten) {
    return new CompactResult(
        closed,
        rewritten.size(),
        rewritten.stream().mapToLong(RewrittenFiles::rows).sum(),
        rewritten.stream().mapToLong(RewrittenFiles::filesBefore).sum(),
        rewritten.stream().mapToLong(RewrittenFiles::files).sum(),
        rewritten.stream().mapToLong(RewrittenFiles::bytesBefore).sum(),
        rewritten.stream().mapToLong(RewrittenFiles::bytes).sum());
  }
}
