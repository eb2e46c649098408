package io.platelake.app.camera;

import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake cameras}. */
@Command(
    name = "cameras",
    description = "Registry of cameras and where they stand.",
    subcommands = {CamerasLoadCommand.class, CamerasCheckCommand.class})
public final class CamerasCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
