package io.platelake.app.policy;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.core.policy.ChangeTopic;
import io.platelake.core.policy.PolicyChange;
import io.platelake.core.policy.PolicyDiff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake policy diff}: needs no lake and no Spark. */
@Command(
    name = "diff",
    description = "What differs between two policies: collection, retention, access, sharing.")
@CommandContract(
    result = PolicyDiffCommand.DiffResult.class,
    example = "policy diff wa-city.yaml ky-model.yaml")
public final class PolicyDiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FROM", description = "Policy file before.")
  private Path from;

  @Parameters(index = "1", paramLabel = "TO", description = "Policy file after.")
  private Path to;

  /** What a run gives. */
  record DiffResult(
      Map<ChangeTopic, Long> topics, List<Map<String, Object>> changes, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::run);
  }

  private JobResult run(Progress progress) {
    List<PolicyChange> changes =
        PolicyDiff.between(ShippedPolicies.read(from), ShippedPolicies.read(to));
    Map<ChangeTopic, Long> counts = new EnumMap<>(ChangeTopic.class);
    List<String> lines = new ArrayList<>();
    for (ChangeTopic head : ChangeTopic.values()) {
      List<PolicyChange> under = changes.stream().filter(c -> c.head() == head).toList();
      counts.put(head, (long) under.size());
      if (!under.isEmpty()) {
        lines.add(head.word());
        under.forEach(c -> lines.add("  " + line(c)));
      }
    }
    if (changes.isEmpty()) {
      lines.add("The two policies have the same rules.");
    }
    return JobResult.of(
        new DiffResult(counts, changes.stream().map(PolicyDiffCommand::detail).toList(), lines));
  }

  private static String line(PolicyChange c) {
    return c.path()
        + ": "
        + c.before().map(b -> b + " -> ").orElse("new: ")
        + c.after().orElse("(removed)");
  }

  private static Map<String, Object> detail(PolicyChange c) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("head", c.head().word());
    detail.put("path", c.path());
    detail.put("before", c.before().orElse(null));
    detail.put("after", c.after().orElse(null));
    return detail;
  }
}
