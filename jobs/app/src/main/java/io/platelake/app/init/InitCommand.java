package io.platelake.app.init;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.LakeFolder;
import io.platelake.app.policy.AdoptionGate;
import io.platelake.app.policy.AdoptionOptions;
import io.platelake.core.Ids;
import io.platelake.core.policy.PolicyFile;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code platelake init}: the tables, and the policy of one agency. Run it again for another
 * agency.
 */
@Command(
    name = "init",
    description = "Create the lake: its tables, an agency and the policy it adopts.")
@CommandContract(
    result = InitCommand.InitResult.class,
    example = "--lake /data/lake init --agency city-2 --policy schemas/policies/wa-city.yaml",
    refused = "the policy cannot be adopted: blanks, bounds of the state, or notice")
public final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AdoptionOptions options;

  /** What a run gives. */
  record InitResult(long tables, List<String> lines) implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onNewLake(spec, asOf -> policy(), this::run);
  }

  private PolicyFile policy() {
    Ids.check("--agency", options.agency());
    return options.file();
  }

  private JobResult run(JobContext job, PolicyFile file) {
    refuseOldLake(job.lake());
    Supplier<AdoptionGate.Recorded> adoption = AdoptionGate.prepare(job, options, file);
    job.progress().say("creating tables in " + job.lake().root());
    job.lake().create();
    AdoptionGate.Recorded recorded = adoption.get();
    return JobResult.of(
            new InitResult(
                Table.values().length,
                List.of(
                    "Lake " + job.lake().root() + " has " + Table.values().length + " tables.",
                    recorded.sentence(file))))
        .under(options.agency(), recorded.version());
  }

  /** Made by this command, its tables would hide that the others are of an earlier release. */
  private static void refuseOldLake(Lake lake) {
    List<String> missing = lake.missing();
    if (!missing.isEmpty()
        && !missing.contains(Table.POLICY_VERSIONS.folder())
        && !lake.isKnownEmpty(Table.POLICY_VERSIONS)) {
      LakeFolder.check(lake.root().toString(), missing);
    }
  }
}
