package io.platelake.app.init;

import io.platelake.app.cli.Ids;
import io.platelake.app.cli.InputFiles;
import io.platelake.app.cli.JobContext;
import io.platelake.app.cli.JobResult;
import io.platelake.app.cli.JobRunner;
import io.platelake.app.policy.PolicyLedger;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyReader;
import io.platelake.lake.contract.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
public final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--agency", required = true, paramLabel = "ID", description = "Agency id.")
  private String agency;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "Policy file, such as schemas/policies/wa-city.yaml.")
  private Path policy;

  @Override
  public Integer call() {
    return JobRunner.onNewLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Ids.check("--agency", agency);
    String text = InputFiles.text(policy);
    // Read before anything is created: a policy with a mistake leaves no half-made lake behind.
    Policy rules = PolicyReader.read(text, policy.toString());
    job.progress().say("creating tables in " + job.lake().root());
    job.lake().create();
    PolicyLedger.adopt(job.lake(), agency, rules.id(), text, job.asOf(), job.principal());
    String version = PolicyLedger.version(text);
    return JobResult.done(Map.of("tables", (long) Table.values().length))
        .under(agency, version)
        .saying(
            List.of(
                "Lake " + job.lake().root() + " has " + Table.values().length + " tables.",
                "Agency "
                    + agency
                    + " is under policy "
                    + rules.id()
                    + ", version "
                    + version
                    + "."));
  }
}
