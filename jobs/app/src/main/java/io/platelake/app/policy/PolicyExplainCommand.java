package io.platelake.app.policy;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.GlobalOptions;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.core.policy.PolicyFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake policy explain}: needs no lake and no Spark. */
@Command(
    name = "explain",
    description = "Why and until when a read of this purpose and time is kept.")
@CommandContract(
    result = PolicyExplainCommand.ExplainResult.class,
    example =
        "policy explain --policy wa-city.yaml --purpose criminal --captured-at"
            + " 2026-06-01T08:30:00Z",
    refused = "the policy does not name the purpose")
public final class PolicyExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "Policy file.")
  private Path policy;

  @Option(names = "--purpose", required = true, paramLabel = "P", description = "Purpose.")
  private String purpose;

  @Option(
      names = "--captured-at",
      required = true,
      paramLabel = "INSTANT",
      description = "When the camera saw the vehicle, such as 2026-06-01T08:30:00Z.")
  private String capturedAt;

  /** What a run gives. */
  record ExplainResult(long blanks, List<String> explanation) implements RunResult {
    @Override
    public List<String> lines() {
      return explanation;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::run);
  }

  private JobResult run(Progress progress) {
    Instant captured = GlobalOptions.instant("--captured-at", capturedAt);
    PolicyFile file = ShippedPolicies.read(policy);
    List<String> lines = new Explanation(file, purpose, captured).lines();
    return JobResult.of(new ExplainResult(file.blanks().size(), lines));
  }
}
