package io.platelake.app.register;

import io.platelake.app.job.JobRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake register}. */
@Command(
    name = "register",
    description = "Users, grants, training, offices, agreements and more, as of any date.",
    subcommands = {
      RegisterLoadCommand.class,
      RegisterShowCommand.class,
      RegisterDiffCommand.class,
      RegisterCheckCommand.class
    })
public final class RegisterCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    JobRunner.usage(spec);
  }
}
