package io.platelake.core.audit;

import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.retention.Retention;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When the next audit is due by the policy: from the last one, or from the first day of a policy.
 *
 * @param by first instant at which it is overdue, UTC
 * @param last when the last one was completed; empty while none was
 */
public record AuditDue(Instant by, Optional<Instant> last) {
  public AuditDue {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(last, "last");
  }

  /**
   * @param since first day of a policy of the agency
   */
  public static AuditDue of(AuditRules rules, Optional<Instant> last, Instant since) {
    return new AuditDue(Retention.expiresAt(last.orElse(since), rules.every()), last);
  }

  public boolean isOverdue(Instant asOf) {
    return !by.isAfter(asOf);
  }
}
