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
import io.platelake.core.access.Permission;
import io.platelake.core.policy.PolicyFile;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code platelake init}: the tables, and the policy of one agency. Run it again for another
 * agency.
 */
@Command(
    name = "init",
    description = "Create the lake: its tables, an agency and the policy it adopts.")
@CommandContract(
    needs = Permission.ADMINISTER,
    result = InitCommand.InitResult.class,
    example = "--lake /data/lake init --agency city-2 --policy schemas/policies/wa-city.yaml",
    refused = "the policy cannot be adopted: blanks, bounds of the state, or notice")
public final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AdoptionOptions options;

  @Option(
      names = "--administrator",
      paramLabel = "ID",
      description =
          "First account of the register of users. From then on only registered accounts run"
              + " commands.")
  private String administrator;

  /** What a run gives. */
  record InitResult(long tables, List<String> lines) implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onNewLake(spec, asOf -> policy(), this::run);
  }

  private PolicyFile policy() {
    Ids.check("--agency", options.agency());
    if (administrator != null) {
      administrator = FirstAdministrator.account(administrator);
    }
    return options.file();
  }

  private JobResult run(JobContext job, PolicyFile file) {
    refuseOldLake(job.lake());
    if (administrator != null) {
      FirstAdministrator.refuseSecond(job.lake());
    }
    Supplier<AdoptionGate.Recorded> adoption = AdoptionGate.prepare(job, options, file);
    job.progress().say("creating tables in " + job.lake().root());
    job.lake().create();
    AdoptionGate.Recorded recorded = adoption.get();
    List<String> lines = new ArrayList<>();
    lines.add("Lake " + job.lake().root() + " has " + Table.values().length + " tables.");
    lines.add(recorded.sentence(file));
    if (administrator != null) {
      FirstAdministrator.record(job, options.agency(), administrator);
      lines.add(
          "Account "
              + administrator
              + " administers it. Next: platelake register load --register users");
    }
    return JobResult.of(new InitResult(Table.values().length, lines))
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
