package io.platelake.app.ledger.release;

import io.platelake.core.Refusal;
import io.platelake.core.policy.governance.ResearchRules;
import io.platelake.core.policy.retention.Retention;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * An approval of a release, as it was given.
 *
 * @param principal who approved
 * @param role role in which
 * @param at when, UTC
 * @param expires first instant at which it is void, UTC
 * @param parametersDigest digest of what was approved
 */
public record Approval(
    String principal, String role, Instant at, Instant expires, String parametersDigest) {

  /**
   * Checks that this approval may be given for a release. Run again before every extract: rows of a
   * ledger can come from elsewhere, and the policy can have become stricter.
   *
   * @param person key of the person behind an account
   * @throws Refusal if the role is not the policy's, the approver is the requester, the digest is
   *     not that of the release, or the term is empty or longer than the policy allows
   */
  public void check(Release release, ResearchRules rules, UnaryOperator<String> person) {
    String what = "Approval of release " + release.id();
    if (!rules.approverRole().equals(role)) {
      throw new Refusal(
          what,
          "the policy asks for the role " + rules.approverRole() + " (" + source(rules) + ")",
          "Have the " + rules.approverRole() + " approve it with --role " + rules.approverRole());
    }
    if (person.apply(principal).equals(person.apply(release.requestedBy()))) {
      throw new Refusal(
          what, "the approver is the requester", "Have another person approve it, as --principal.");
    }
    if (!release.parameters().digest().equals(parametersDigest)) {
      throw new Refusal(
          what,
          "it was given for other parameters than the release now has",
          "Request the extract again and have that request approved.");
    }
    if (!expires.isAfter(at)) {
      throw new Refusal(what, "it expires at or before it is given", "Give a later --expires.");
    }
    Instant latest = Retention.expiresAt(at, rules.approvalMaxAge());
    if (expires.isAfter(latest)) {
      throw new Refusal(
          what,
          "it lasts longer than the " + rules.approvalMaxAge() + " of the policy",
          "Give an --expires of " + latest + " or earlier.");
    }
  }

  /** As {@link #check(Release, ResearchRules, UnaryOperator)}, where a name is a person. */
  public void check(Release release, ResearchRules rules) {
    check(release, rules, name -> name.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether it is void at an instant. */
  public boolean isExpired(Instant asOf) {
    return !expires.isAfter(asOf);
  }

  private static String source(ResearchRules rules) {
    return rules.approvalAuthority().toString();
  }
}
