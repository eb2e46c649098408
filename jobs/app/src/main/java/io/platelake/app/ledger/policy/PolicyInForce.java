package io.platelake.app.ledger.policy;

import io.platelake.core.policy.Policy;
import java.util.Objects;

/**
 * The policy an agency has adopted.
 *
 * @param agency agency id
 * @param version first 16 characters of the SHA-256 of the text, so that a decision names exactly
 *     the words it was made under
 * @param policy the rules
 * @param text the words of the policy, which travel to where the rules are needed
 */
public record PolicyInForce(String agency, String version, Policy policy, String text) {
  public PolicyInForce {
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(text, "text");
  }
}
