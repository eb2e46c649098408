package io.platelake.app.compact;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.Progress;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.lake.compact.Compaction;
import io.platelake.lake.compact.RewrittenFiles;
import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.LiveFile;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake compact}: run it again and it rewrites nothing. */
@Command(
    name = "compact",
    description = "Rewrite dates that no longer change into few files, sorted by plate.")
@CommandContract(example = "compact")
public final class CompactCommand implements Callable<Integer> {
  /** No job runs longer, so no job still writes a file unchanged since then. */
  private static final Duration ABANDONED = Duration.ofHours(24);

  private static final double FULL = 0.5;

  /** Those with a plate and many rows. */
  private static final List<Table> TABLES = List.of(Table.READS, Table.PASSES);

  @Spec private CommandSpec spec;

  @Option(
      names = "--file-mb",
      paramLabel = "MB",
      defaultValue = "128",
      description = "Wanted size of a file in megabytes (default: ${DEFAULT-VALUE}).")
  private long megabytes;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) throws IOException {
    if (megabytes < 1 || megabytes > 4_096) {
      throw new io.platelake.core.BadInput("--file-mb", "is outside 1 to 4096", "Use 128.");
    }
    Lake lake = job.lake().forDuty(Duty.STORAGE);
    Compaction compaction = new Compaction(lake);
    Map<String, PolicyInForce> policies = PolicyLedger.all(lake, job.asOf());
    long partitions = 0;
    List<RewrittenFiles> all = new ArrayList<>();
    for (Table table : TABLES) {
      List<Partition> closed = ClosedPartitions.of(lake, table, policies, job.asOf());
      List<RewrittenFiles> rewritten = rewrite(compaction, table, closed, job.progress());
      if (!rewritten.isEmpty()) {
        compaction.erase(
            table, rewritten.stream().map(RewrittenFiles::partition).toList(), ABANDONED);
      }
      partitions += closed.size();
      all.addAll(rewritten);
    }
    return JobResult.done(counts(partitions, all));
  }

  private List<RewrittenFiles> rewrite(
      Compaction compaction, Table table, List<Partition> closed, Progress progress) {
    List<RewrittenFiles> rewritten = new ArrayList<>();
    compaction
        .files(table, closed)
        .forEach(
            (partition, files) -> {
              if (scattered(files, megabytes << 20)) {
                progress.say(
                    "rewriting " + table.folder() + " " + String.join(" ", partition.values()));
                rewritten.add(compaction.rewrite(partition, "plate_key", megabytes << 20));
              }
            });
    return rewritten;
  }

  /**
   * More files than their size asks for: a partition that was rewritten has as many as it needs.
   */
  private static boolean scattered(List<LiveFile> files, long fileBytes) {
    long bytes = files.stream().mapToLong(LiveFile::bytes).sum();
    return files.size() > Math.max(1, Math.ceil(bytes / (FULL * fileBytes)));
  }

  private static Map<String, Long> counts(long closed, List<RewrittenFiles> rewritten) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("partitions", closed);
    counts.put("rewritten", (long) rewritten.size());
    counts.put("rows", rewritten.stream().mapToLong(RewrittenFiles::rows).sum());
    counts.put("files_before", rewritten.stream().mapToLong(RewrittenFiles::filesBefore).sum());
    counts.put("files_after", rewritten.stream().mapToLong(RewrittenFiles::files).sum());
    counts.put("bytes_before", rewritten.stream().mapToLong(RewrittenFiles::bytesBefore).sum());
    counts.put("bytes_after", rewritten.stream().mapToLong(RewrittenFiles::bytes).sum());
    return counts;
  }
}
