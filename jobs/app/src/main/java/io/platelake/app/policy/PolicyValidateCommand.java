package io.platelake.app.policy;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.core.BadInput;
import io.platelake.core.policy.Blank;
import io.platelake.core.policy.PolicyFile;
import io.platelake.core.policy.bounds.BoundViolation;
import io.platelake.core.policy.bounds.StateBounds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code platelake policy validate}: needs no lake and no Spark. Ends with 2 when a file is not a
 * policy, with 3 when one cannot be adopted unchanged.
 */
@Command(
    name = "validate",
    description = "Check policy files: form, contradictions, blanks, the bounds of the state.")
@CommandContract(
    result = PolicyValidateCommand.ValidateResult.class,
    example = "policy validate schemas/policies/wa-city.yaml",
    refused = "a policy cannot be adopted as it is: blanks, or looser than its state")
public final class PolicyValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Policy files.")
  private List<Path> files;

  /** What a run gives. */
  record ValidateResult(
      long files,
      long adoptable,
      long invalid,
      long blanks,
      long looserThanState,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      if (invalid > 0) {
        return RunOutcome.USAGE;
      }
      return adoptable < files ? RunOutcome.REFUSED : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.offline(spec, this::run);
  }

  private JobResult run(Progress progress) {
    List<String> lines = new ArrayList<>();
    long invalid = 0;
    long blanks = 0;
    long looser = 0;
    long adoptable = 0;
    for (Path file : files) {
      PolicyFile policy;
      try {
        policy = ShippedPolicies.read(file);
      } catch (BadInput e) {
        invalid++;
        lines.add(file + ": not a valid policy");
        e.getMessage().lines().forEach(problem -> lines.add("  " + problem));
        continue;
      }
      Optional<StateBounds> bounds = ShippedPolicies.bounds(policy.rules().jurisdiction());
      List<BoundViolation> broken = bounds.map(b -> b.check(policy)).orElse(List.of());
      blanks += policy.blanks().size();
      looser += broken.size();
      adoptable += policy.blanks().isEmpty() && broken.isEmpty() ? 1 : 0;
      lines.add(file + ": " + verdict(policy, broken, bounds));
      policy.blanks().forEach(blank -> lines.add("  " + line(file, blank)));
      broken.forEach(rule -> lines.add("  " + rule));
    }
    return JobResult.of(
        new ValidateResult(files.size(), adoptable, invalid, blanks, looser, lines));
  }

  private static String verdict(
      PolicyFile policy, List<BoundViolation> broken, Optional<StateBounds> bounds) {
    String name = policy.rules().id() + " version " + policy.rules().version();
    if (!policy.blanks().isEmpty()) {
      return name + " cannot be adopted: " + policy.blanks().size() + " values are not filled in";
    }
    if (!broken.isEmpty()) {
      return name + " cannot be adopted: " + broken.size() + " rules are looser than the state";
    }
    return name
        + " is valid"
        + bounds
            .map(b -> ", within the bounds of " + b.jurisdiction())
            .orElse("; no bounds are known for " + policy.rules().jurisdiction());
  }

  private static String line(Path file, Blank blank) {
    return (blank.file().equals(file.toString()) ? "" : blank.file() + " ")
        + "line "
        + blank.line()
        + ", "
        + blank.path()
        + ": \""
        + blank.text()
        + "\", for example "
        + blank.example();
  }
}
