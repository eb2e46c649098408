package io.platelake.app.hold;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.hold.HoldOrder;
import io.platelake.app.ledger.hold.HoldSelector;
import io.platelake.app.ledger.policy.ShippedPolicies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hold check}: needs no lake and no Spark, and writes nothing. */
@Command(name = "check", description = "Show every mistake of a hold file, and what it selects.")
@CommandContract(
    result = HoldCheckCommand.HoldCheckResult.class,
    example = "hold check --policy schemas/policies/wa-city.yaml order-1.yaml",
    refused = "the policy allows no such hold")
public final class HoldCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Judge kind, purposes and category by this policy as well.")
  private Path policy;

  @Parameters(paramLabel = "FILE", description = "Hold as YAML.")
  private Path file;

  /** What a check gives; plates are counted, never shown. */
  record HoldCheckResult(long plates, long cameras, String holdId, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.offline(spec, asOf -> hold(), hold -> JobResult.of(result(hold)));
  }

  private HoldOrder hold() {
    HoldOrder hold = HoldFile.read(InputFiles.text(file), file.toString());
    if (policy != null) {
      HoldAllowance.check(hold, ShippedPolicies.read(policy).rules());
    }
    return hold;
  }

  private HoldCheckResult result(HoldOrder hold) {
    HoldSelector selector = hold.selector();
    List<String> lines = new ArrayList<>();
    lines.add("Hold " + hold.id() + " of agency " + hold.agency() + " has no mistake. It selects");
    lines.add("  purposes      " + String.join(", ", selector.purposes()));
    lines.add("  plates        " + selector.plates().map(p -> p.size() + " plates").orElse("any"));
    lines.add("  cameras       " + selector.cameras().map(c -> String.join(", ", c)).orElse("any"));
    lines.add(
        "  captured from " + selector.capturedFrom().map(Object::toString).orElse("any time"));
    lines.add("  captured to   " + selector.capturedTo().map(Object::toString).orElse("any time"));
    if (policy == null) {
      lines.add("Not judged: kind, purposes and category. Add --policy.");
    }
    return new HoldCheckResult(
        selector.plates().map(List::size).orElse(0),
        selector.cameras().map(List::size).orElse(0),
        hold.id(),
        lines);
  }
}
