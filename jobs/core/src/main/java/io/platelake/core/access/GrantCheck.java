package io.platelake.core.access;

import io.platelake.core.access.AccessRegisters.Grant;
import io.platelake.core.policy.collection.PurposeRule;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.policy.retention.Retention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a grant that has not ended.
 *
 * @param rule who gives grants, and how often they are reviewed
 */
record GrantCheck(AccessRules.Approval rule, Grant grant) {

  List<Denial> denials(
      AccessRegisters registers,
      AccountSpan account,
      AccessRequest request,
      PurposeRule purpose,
      Instant at) {
    List<Denial> denials = new ArrayList<>(0);
    boolean byOffice =
        grant.office().equals(rule.by())
            && registers.holds(grant.approvedBy(), grant.office(), grant.entry().from());
    if (!byOffice) {
      denials.add(denial(DenialReason.GRANT_OFFICE, rule.by()));
    }
    if (grant.approvedBy().equals(account.person())) {
      denials.add(denial(DenialReason.GRANT_OWN, ""));
    }
    if (purpose != null && !grant.purposes().contains(request.purpose())) {
      denials.add(denial(DenialReason.GRANT_PURPOSE, ""));
    }
    boolean unreviewed =
        rule.reviewEvery()
            .map(every -> !Retention.expiresAt(grant.reviewed(), every).isAfter(at))
            .orElse(false);
    if (unreviewed && !rule.unreviewedListed()) {
      denials.add(denial(DenialReason.GRANT_UNREVIEWED, ""));
    }
    if (rule.bySource() && !grant.sources().containsAll(request.sources())) {
      denials.add(denial(DenialReason.GRANT_SOURCE, ""));
    }
    return denials;
  }

  private Denial denial(DenialReason reason, String subject) {
    return new Denial(reason, subject, rule.authority());
  }
}
