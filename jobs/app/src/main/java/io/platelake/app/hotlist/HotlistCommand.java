package io.platelake.app.hotlist;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake hotlist}. */
@Command(
    name = "hotlist",
    description = "Lists of wanted plates, and how fresh they are.",
    subcommands = {
      HotlistLoadCommand.class,
      HotlistCheckCommand.class,
      HotlistApproveCommand.class,
      HotlistWithdrawCommand.class,
      HotlistStatusCommand.class
    })
public final class HotlistCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
