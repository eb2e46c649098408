package io.platelake.app.share;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake share}. */
@Command(
    name = "share",
    description =
        "Requests of others for data: who may have it, on which basis, and what became of each.",
    subcommands = {
      ShareRequestCommand.class,
      ShareVerifyCommand.class,
      ShareApproveCommand.class,
      ShareFulfilCommand.class,
      ShareRefuseCommand.class,
      ShareListCommand.class
    })
public final class ShareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
