package io.platelake.core.share;

import io.platelake.core.policy.authority.Authority;
import java.util.Objects;

/**
 * One reason against a share.
 *
 * @param subject kind, item or body that it is about; empty where the reason says all. It is a name
 *     of the policy or an id of the register
 * @param authority the clause of the policy
 */
public record ShareDenial(ShareReason reason, String subject, Authority authority) {
  public ShareDenial {
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
