package io.platelake.app.policy;

import io.platelake.app.ledger.policy.Adoption;
import io.platelake.core.Refusal;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.governance.ChangeRules;
import io.platelake.core.policy.retention.Retention;
import java.time.Instant;
import java.util.Optional;

/**
 * What a policy in force, and the one that replaces it, ask of the change itself: that the public
 * was told and heard before. An emergency may do without; it is recorded and stands in the annual
 * report and the status.
 */
public final class ChangeGate {
  private final Adoption adoption;

  private ChangeGate(Adoption adoption) {
    this.adoption = adoption;
  }

  /**
   * @param current the policy in force; empty for the first
   * @throws Refusal if a notice, a comment period or its length is missing
   */
  static void check(Adoption adoption, Optional<Policy> current, Policy next) {
    ChangeGate gate = new ChangeGate(adoption);
    gate.notBefore();
    if (adoption.emergency().isEmpty()) {
      current.flatMap(Policy::changeRules).ifPresent(gate::noticed);
      next.changeRules().filter(r -> current.isPresent() || r.first()).ifPresent(gate::noticed);
    }
  }

  /** A rule that reaches back would make what was right wrong. */
  private void notBefore() {
    if (adoption.effectiveFrom().isBefore(adoption.adoptedAt())) {
      throw refusal(
          "it would take effect at " + adoption.effectiveFrom() + ", before it is adopted",
          "Give --effective-from of " + adoption.adoptedAt() + " or later.");
    }
  }

  private void noticed(ChangeRules rules) {
    Instant from = adoption.effectiveFrom();
    if (rules.publicNotice()) {
      Instant noticed =
          adoption
              .noticedAt()
              .orElseThrow(() -> refusal("no public notice is on record", "Add --notice-at."));
      Instant earliest =
          rules.noticePeriod().map(p -> Retention.expiresAt(noticed, p)).orElse(noticed);
      if (from.isBefore(earliest)) {
        throw refusal(
            "after the public notice of " + noticed + " it may not take effect before " + earliest,
            "Give a later --effective-from (" + rules.authority() + ").");
      }
    }
    if (rules.publicComment()) {
      Instant heard =
          adoption
              .commentsUntil()
              .orElseThrow(
                  () ->
                      refusal("no time for public comment is on record", "Add --comments-until."));
      if (from.isBefore(heard) || adoption.noticedAt().map(n -> !n.isBefore(heard)).orElse(true)) {
        throw refusal(
            "the time for comment until " + heard + " does not lie between notice and effect",
            "Let the public be told, then heard, then adopt (" + rules.authority() + ").");
      }
    }
  }

  private Refusal refusal(String why, String remedy) {
    return new Refusal("Policy " + adoption.policyId() + " of " + adoption.agency(), why, remedy);
  }
}
