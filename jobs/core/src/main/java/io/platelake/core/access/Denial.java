package io.platelake.core.access;

import io.platelake.core.policy.authority.Authority;
import java.util.Objects;

/**
 * One reason against an access.
 *
 * @param subject the topic, item, office or use that it is about; empty where the reason says all.
 *     It is a name of the policy and never a text that somebody typed
 * @param authority the clause of the policy
 */
public record Denial(DenialReason reason, String subject, Authority authority) {
  public Denial {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(authority, "authority");
  }

  /** For people: reason, subject, clause and remedy. */
  public String line() {
    return reason.label()
        + ": "
        + reason.why()
        + (subject.isEmpty() ? "" : " (" + subject + ")")
        + " ["
        + authority
        + "]. "
        + reason.remedy()
        + ".";
  }
}
