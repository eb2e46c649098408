package io.platelake.app.policy;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.core.Ids;
import io.platelake.core.access.Permission;
import io.platelake.core.policy.PolicyFile;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake policy adopt}: a new version of an agency's policy. */
@Command(
    name = "adopt",
    description = "Put a policy in force for an agency, now or later, with notice and comment.")
@CommandContract(
    needs = Permission.ADMINISTER,
    result = PolicyAdoptCommand.AdoptResult.class,
    example =
        "policy adopt --agency city-2 --policy wa-city.yaml --effective-from 2026-09-01T00:00:00Z",
    refused = "the policy cannot be adopted: blanks, bounds of the state, or notice")
public final class PolicyAdoptCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AdoptionOptions options;

  /** What a run gives. */
  record AdoptResult(long adopted, Instant effectiveFrom, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Ids.check("--agency", options.agency());
    job.standing().requireAgency(options.agency());
    PolicyFile file = options.file();
    AdoptionGate.Recorded recorded = AdoptionGate.prepare(job, options, file).get();
    return JobResult.of(
            new AdoptResult(
                recorded.isNew() ? 1 : 0,
                recorded.effectiveFrom(),
                List.of(recorded.sentence(file))))
        .under(options.agency(), recorded.version());
  }
}
