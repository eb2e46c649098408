package io.platelake.app.cli;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake completion}: needs no lake and no Spark. */
@Command(
    name = "completion",
    description = "Print the script that completes commands and options in bash and zsh.")
@CommandContract(result = CompletionCommand.Script.class, example = "completion")
public final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** What a run gives. */
  record Script(List<String> lines) implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.offline(
        spec,
        progress ->
            JobResult.of(
                new Script(
                    AutoComplete.bash(spec.root().name(), spec.root().commandLine())
                        .lines()
                        .toList())));
  }
}
