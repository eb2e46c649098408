package io.platelake.app.ledger.release;

import io.platelake.core.Refusal;
import io.platelake.core.policy.governance.ResearchRules;
import io.platelake.lake.wall.LegalBasis;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A release as its ledger knows it at an instant.
 *
 * @param id id
 * @param parameters what was requested
 * @param requestedBy who asked
 * @param requestedAt when, UTC
 * @param legalBasis study agreement and statute it rests on
 * @param approvals approvals, earliest first; the last one counts
 * @param runs runs, earliest first
 */
public record Release(
    String id,
    ReleaseParameters parameters,
    String requestedBy,
    Instant requestedAt,
    String legalBasis,
    List<Approval> approvals,
    List<Run> runs) {

  /**
   * A run that wrote its files.
   *
   * @param at when, UTC
   * @param fileDigest SHA-256 of the data file
   */
  public record Run(Instant at, String fileDigest) {}

  /** How far a release has come. */
  public enum State {
    REQUESTED,
    APPROVED,
    EXPIRED,
    RUN;

    /** Name in lists. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Release {
    approvals = List.copyOf(approvals);
    runs = List.copyOf(runs);
  }

  /** The approval that counts: the last one given. */
  public Optional<Approval> approval() {
    return approvals.isEmpty()
        ? Optional.empty()
        : Optional.of(approvals.get(approvals.size() - 1));
  }

  public State state(Instant asOf) {
    if (!runs.isEmpty()) {
      return State.RUN;
    }
    return approval()
        .map(a -> a.isExpired(asOf) ? State.EXPIRED : State.APPROVED)
        .orElse(State.REQUESTED);
  }

  /**
   * What lets research use the reads of another purpose: this release, while its approval holds.
   *
   * @throws Refusal if there is none, it is void, or it may not have been given
   */
  public LegalBasis basis(ResearchRules rules, Instant asOf) {
    return basis(rules, asOf, name -> name.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * As {@link #basis(ResearchRules, Instant)}, where a person may have several accounts.
   *
   * @param person key of the person behind an account
   */
  public LegalBasis basis(ResearchRules rules, Instant asOf, UnaryOperator<String> person) {
    String what = "Release " + id;
    Approval approval =
        approval()
            .orElseThrow(
                () ->
                    new Refusal(
                        what,
                        "nobody has approved it",
                        "Have the "
                            + rules.approverRole()
                            + " run: platelake extract approve "
                            + id));
    approval.check(this, rules, person);
    if (approval.isExpired(asOf)) {
      throw new Refusal(
          what,
          "its approval expired at " + approval.expires(),
          "Have the " + rules.approverRole() + " approve it again.");
    }
    return new LegalBasis(id, "research_release", Set.of(parameters.purpose()));
  }
}
