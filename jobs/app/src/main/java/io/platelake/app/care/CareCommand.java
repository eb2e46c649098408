package io.platelake.app.care;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake care}: run it again and it changes nothing. */
@Command(
    name = "care",
    description =
        "Keep the tables small: put small files of ledgers together, retire finished keys, write"
            + " checkpoints, remove replaced files.")
@CommandContract(result = CareCommand.CareResult.class, example = "care")
public final class CareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /**
   * What a run gives.
   *
   * @param tables tables that were looked at
   * @param tablesWaiting tables whose replaced files stay until a purge is finished
   * @param filesBefore files of the ledgers before
   * @param filesAfter files of the ledgers after
   * @param keysRetired keys of finished commits that the tables forget
   * @param checkpoints checkpoints that were written
   * @param erasedFiles replaced files that were removed
   * @param erasedBytes their size
   */
  record CareResult(
      long tables,
      long tablesWaiting,
      long filesBefore,
      long filesAfter,
      long keysRetired,
      long checkpoints,
      long erasedFiles,
      long erasedBytes)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, CareCommand::run);
  }

  private static JobResult run(JobContext job) throws IOException {
    return JobResult.of(new TableCare(job).run());
  }
}
