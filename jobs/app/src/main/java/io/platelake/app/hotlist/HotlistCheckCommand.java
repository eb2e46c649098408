package io.platelake.app.hotlist;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.core.Ids;
import io.platelake.core.hotlist.HotlistReader;
import io.platelake.core.hotlist.ListCounts;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.list.Admission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake hotlist check}: needs no lake and no Spark, and writes nothing. */
@Command(
    name = "check",
    description = "Show what a policy makes of a list file, and every mistake of its definition.")
@CommandContract(
    result = HotlistCheckCommand.HotlistCheckResult.class,
    example = "hotlist check --list stolen.yaml --policy schemas/policies/wa-city.yaml stolen.csv",
    refused = "the policy names no such list, or requires a field that the definition lacks",
    finding = "no entry is accepted")
public final class HotlistCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--list",
      required = true,
      paramLabel = "LIST.yaml",
      description = "Definition: id, agency, purpose, source and layout of the list.")
  private Path definition;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "Policy that says which sources, categories and fields it accepts.")
  private Path policy;

  @Option(
      names = "--show-plates",
      description = "Show plates as they are; without it AAA999 stands for letters and digits.")
  private boolean showPlates;

  @Parameters(paramLabel = "FILE", description = "The list, in the layout of its definition.")
  private Path file;

  /** What a check gives. */
  record HotlistCheckResult(
      long records,
      long accepted,
      long refused,
      long dropped,
      long duplicate,
      String list,
      Map<String, Long> refusedBy,
      Map<String, Long> droppedBy,
      List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return accepted == 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    return JobRunner.offline(spec, asOf -> check(), JobResult::of);
  }

  private HotlistCheckResult check() {
    ListDefinition list = ListDefinition.read(InputFiles.text(definition), definition.toString());
    Ids.check(definition + ", id", list.id());
    Admission admission = Admission.of(ShippedPolicies.read(policy).rules(), list);
    FirstEntries first = new FirstEntries(showPlates);
    ListCounts counts =
        new ListFile(file)
            .read(
                new HotlistReader(list, admission.entryRules(), admission.classes(), Set.of()),
                first)
            .counts();
    List<String> lines = new ArrayList<>();
    lines.add("List " + list.id() + ": " + new ListReading(counts).line() + ".");
    lines.addAll(first.lines());
    if (counts.accepted() == 0) {
      lines.add("No entry is accepted. schemas/REASONS.md says what to do about each reason.");
    }
    return new HotlistCheckResult(
        counts.records(),
        counts.accepted(),
        counts.refused(),
        counts.dropped(),
        counts.duplicates(),
        list.id(),
        counts.refusedBy(),
        counts.droppedBy(),
        lines);
  }
}
