package io.platelake.app.register;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.core.policy.PolicyFile;
import io.platelake.core.register.RegisterRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake register check}: needs no lake and no Spark, and writes nothing. */
@Command(
    name = "check",
    description = "Show every mistake of a register file, and what the register gates.")
@CommandContract(
    result = RegisterCheckCommand.RegisterCheckResult.class,
    example = "register check --register users --policy wa-city.yaml users.csv")
public final class RegisterCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private RegisterInput input;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy whose roles, topics and offices the rows name.")
  private Path policy;

  /** What a check gives. */
  record RegisterCheckResult(long rows, long keys, String register, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.offline(
        spec,
        asOf -> {
          Optional<PolicyFile> rules = Optional.ofNullable(policy).map(ShippedPolicies::read);
          return input.read().fitting(rules.map(PolicyFile::rules));
        },
        read -> JobResult.of(result(read)));
  }

  private RegisterCheckResult result(RegisterInput.Read read) {
    long keys = read.rows().stream().map(RegisterRow::key).distinct().count();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "Register %s: %,d rows of %,d keys. No mistake.",
            read.contract().register(), read.rows().size(), keys));
    lines.add("It gates: " + String.join("; ", read.contract().gates()) + ".");
    if (policy == null) {
      lines.add("Not judged: names of the policy. Add --policy.");
    }
    return new RegisterCheckResult(read.rows().size(), keys, read.contract().register(), lines);
  }
}
