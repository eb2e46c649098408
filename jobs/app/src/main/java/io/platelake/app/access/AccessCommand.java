package io.platelake.app.access;

import io.platelake.app.job.JobRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake access}. */
@Command(
    name = "access",
    description = "Who may look at reader data, and why not.",
    subcommands = AccessExplainCommand.class)
public final class AccessCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    JobRunner.usage(spec);
  }
}
