package io.platelake.app.export;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake export}. */
@Command(
    name = "export",
    description = "Files that left the lake: where they are, and whether they went in time.",
    subcommands = {
      ExportListCommand.class,
      ExportCheckCommand.class,
      ExportDestroyCommand.class,
      ExportDestroyedCommand.class
    })
public final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
