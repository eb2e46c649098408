package io.platelake.app.zone;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake zones}. */
@Command(
    name = "zones",
    description = "Protected places, and cameras that must not stand there.",
    subcommands = {ZonesLoadCommand.class, ZonesCheckCommand.class})
public final class ZonesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
