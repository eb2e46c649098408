package io.platelake.app.research;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.GivenText;
import io.platelake.app.job.option.Windows;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.release.Release;
import io.platelake.app.ledger.release.ReleaseLedger;
import io.platelake.app.ledger.release.ReleaseParameters;
import io.platelake.core.BadInput;
import io.platelake.core.access.Permission;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake extract request}: reads no data. */
@Command(name = "request", description = "Ask for an extract; prints the id of the release.")
@CommandContract(
    needs = Permission.RELEASE,
    result = ExtractRequestCommand.ExtractRequestResult.class,
    example =
        "extract request --agency city-2 --product camera-hour --purpose traffic --window"
            + " 2026-06-01T00:00:00Z/2026-06-08T00:00:00Z --legal-basis \"study agreement 3\"",
    refused = "no policy in force, or one that does not name the purpose")
public final class ExtractRequestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Option(
      names = "--product",
      required = true,
      paramLabel = "NAME",
      description = "camera-hour: reads and distinct vehicles per camera and hour.")
  private String product;

  @Option(
      names = "--purpose",
      required = true,
      paramLabel = "NAME",
      description = "Purpose of the reads, as the policy names it.")
  private String purpose;

  @Option(
      names = "--window",
      required = true,
      paramLabel = "FROM/TO",
      description = "Whole UTC hours of capture: 2026-06-01T00:00:00Z/2026-06-08T00:00:00Z.")
  private String window;

  @Option(
      names = "--legal-basis",
      required = true,
      paramLabel = "TEXT",
      description = "Study agreement and statute the request rests on.")
  private String legalBasis;

  /** What a run gives. */
  record ExtractRequestResult(
      long releasesRequested, String releaseId, String parametersDigest, List<String> lines)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    GivenText.check("--legal-basis", legalBasis, "Name the agreement and the statute.");
    ReleaseParameters parameters =
        new ReleaseParameters(agency.id(), product, purpose, Windows.parse("--window", window));
    job.standing().requireAgency(agency.id());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    policy.policy().purpose(purpose);
    String basis = legalBasis.strip();
    FreeText.refusePlates(job.lake(), "--legal-basis", basis);
    Release release =
        new Release(
            parameters.releaseId(job.asOf(), basis),
            parameters,
            job.principal(),
            job.asOf(),
            basis,
            List.of(),
            List.of());
    refuseIfAnothers(job, release);
    ReleaseLedger.request(job.lake(), release);
    return JobResult.of(
            new ExtractRequestResult(
                1,
                release.id(),
                parameters.digest(),
                List.of(
                    release.id(),
                    "Next, by the "
                        + policy.policy().research().approverRole()
                        + ": platelake extract approve "
                        + release.id())))
        .under(agency.id(), policy.version());
  }

  /** The second requester would otherwise be free to approve what they asked for. */
  private static void refuseIfAnothers(JobContext job, Release release) {
    ReleaseLedger.all(job.lake(), job.asOf()).stream()
        .filter(r -> r.id().equals(release.id()))
        .filter(r -> !r.requestedBy().equals(release.requestedBy()))
        .findFirst()
        .ifPresent(
            r -> {
              throw new BadInput(
                  "Release " + r.id(),
                  "another person has requested the same at this instant",
                  "Use that release, or request with another --as-of.");
            });
  }
}
