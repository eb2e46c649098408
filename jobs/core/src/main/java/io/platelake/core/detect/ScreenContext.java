package io.platelake.core.detect;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.governance.AuditRules;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a screen knows besides the log.
 *
 * @param policy whose rules are screened for
 * @param registers people, rosters, bodies and agreements
 * @param staffPlates keyed tokens of plates of staff and their households; may be empty
 * @param cases case numbers that the dispatch system knows; empty where no list was given
 * @param shares ids of shares on record
 * @param zone time zone in which days are counted
 */
public record ScreenContext(
    Policy policy,
    ScreenRegisters registers,
    Set<String> staffPlates,
    Optional<Set<String>> cases,
    Set<String> shares,
    ZoneId zone) {
  public ScreenContext {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(registers, "registers");
    Objects.requireNonNull(zone, "zone");
    staffPlates = Set.copyOf(staffPlates);
    cases = cases.map(all -> Set.copyOf(all.stream().map(CaseNumbers::plain).toList()));
    shares = Set.copyOf(shares);
  }

  /** Rules of the audits; empty where the policy asks for none. */
  Optional<AuditRules> rules() {
    return policy.auditRules();
  }
}
