package io.platelake.app.policy;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.option.GivenText;
import io.platelake.app.job.option.GlobalOptions;
import io.platelake.app.ledger.policy.Adoption;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.core.policy.PolicyFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * What an agency says when it adopts a policy: options of {@code init} and {@code policy adopt}.
 */
public final class AdoptionOptions {
  @Option(names = "--agency", required = true, paramLabel = "ID", description = "Agency id.")
  String agency;

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FILE",
      description = "Policy file, such as schemas/policies/wa-city.yaml.")
  Path policy;

  @Option(
      names = "--effective-from",
      paramLabel = "INSTANT",
      description = "First instant it is in force (default: the now of the run).")
  private String effectiveFrom;

  @Option(
      names = "--notice-at",
      paramLabel = "INSTANT",
      description = "When the public was told of it.")
  private String noticedAt;

  @Option(
      names = "--comments-until",
      paramLabel = "INSTANT",
      description = "Until when the public could comment on it.")
  private String commentsUntil;

  @Option(
      names = "--emergency",
      paramLabel = "REASON",
      description = "Do without the public notice that is asked for; recorded and reported.")
  private String emergency;

  public String agency() {
    return agency;
  }

  /** The file, read before anything is created: a mistake leaves no half-made lake. */
  public PolicyFile file() {
    if (emergency != null) {
      GivenText.check("--emergency", emergency, "Say why it cannot wait.");
    }
    return ShippedPolicies.read(policy);
  }

  /** The adoption of a file in a run. */
  Adoption adoption(PolicyFile file, JobContext job) {
    return new Adoption(
        agency,
        file.rules().id(),
        file.text(),
        instant("--effective-from", effectiveFrom).orElse(job.asOf()),
        job.asOf(),
        instant("--notice-at", noticedAt),
        instant("--comments-until", commentsUntil),
        Optional.ofNullable(emergency),
        job.principal());
  }

  private static Optional<Instant> instant(String option, String value) {
    return Optional.ofNullable(value).map(v -> GlobalOptions.instant(option, v));
  }
}
