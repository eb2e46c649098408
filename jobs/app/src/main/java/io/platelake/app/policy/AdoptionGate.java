package io.platelake.app.policy;

import io.platelake.app.job.FreeText;
import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.policy.Adoption;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.core.Refusal;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFile;
import io.platelake.core.policy.bounds.BoundViolation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a policy has to pass before an agency adopts it. */
public final class AdoptionGate {
  private AdoptionGate() {}

  /**
   * What became of an adoption.
   *
   * @param isNew false when the same words were in force at that instant already
   */
  public record Recorded(String agency, String version, Instant effectiveFrom, boolean isNew) {
    /** For people. */
    public String sentence(PolicyFile file) {
      return "Agency "
          + agency
          + (isNew ? " is under policy " : " stays under policy ")
          + file.rules().id()
          + ", version "
          + version
          + ", from "
          + effectiveFrom
          + ".";
    }
  }

  /** Refuses a policy that leaves a value open or is looser than its state. */
  public static void refuseUnlessAdoptable(PolicyFile file) {
    Policy rules = file.activatable();
    List<BoundViolation> broken =
        ShippedPolicies.bounds(rules.jurisdiction()).map(b -> b.check(file)).orElse(List.of());
    if (!broken.isEmpty()) {
      throw new Refusal(
          broken.get(0).place() + ", " + broken.get(0).path(),
          broken.get(0).why() + " (" + broken.get(0).authority() + ")",
          broken.get(0).remedy()
              + (broken.size() == 1
                  ? ""
                  : "; policy validate lists " + (broken.size() - 1) + " more"));
    }
  }

  /**
   * Checks that an agency may adopt a policy, on a lake that need not exist yet; nothing is
   * written.
   *
   * @throws Refusal if the policy cannot be adopted, or not in this way
   */
  public static Supplier<Recorded> prepare(
      JobContext job, AdoptionOptions options, PolicyFile file) {
    refuseUnlessAdoptable(file);
    Adoption a = options.adoption(file, job);
    Optional<PolicyInForce> current =
        job.lake().exists()
            ? Optional.ofNullable(PolicyLedger.all(job.lake(), a.effectiveFrom()).get(a.agency()))
            : Optional.empty();
    if (job.lake().exists()) {
      a.emergency().ifPresent(why -> FreeText.refusePlates(job.lake(), "--emergency", why));
    }
    boolean isNew = current.map(c -> !c.version().equals(a.version())).orElse(true);
    if (isNew) {
      ChangeGate.check(a, current.map(PolicyInForce::policy), file.rules());
      current.ifPresent(c -> RowsWithoutRule.refuse(job.lake(), c, file.rules()));
    }
    return () -> {
      if (isNew) {
        PolicyLedger.record(job.lake(), a);
      }
      return new Recorded(a.agency(), a.version(), a.effectiveFrom(), isNew);
    };
  }
}
