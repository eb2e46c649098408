package io.platelake.app.hold;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake hold}. */
@Command(
    name = "hold",
    description = "Court orders, preservation requests and evidence.",
    subcommands = {
      HoldOpenCommand.class,
      HoldCheckCommand.class,
      HoldCloseCommand.class,
      HoldExportCommand.class,
      HoldListCommand.class
    })
public final class HoldCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
