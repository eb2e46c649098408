package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.yaml.YamlMap;

/**
 * What a research release needs.
 *
 * @param approverRole who must approve it
 * @param approvalAuthority where that comes from
 * @param approvalMaxAge an approval lapses this long after it was given, if not earlier
 * @param expiryAuthority where that comes from
 * @param minDistinctVehicles cells with fewer distinct vehicles are suppressed; at least 2
 * @param disclosureAuthority where that comes from
 */
public record ResearchRules(
    String approverRole,
    Authority approvalAuthority,
    Period approvalMaxAge,
    Authority expiryAuthority,
    int minDistinctVehicles,
    Authority disclosureAuthority) {

  public static ResearchRules read(YamlMap fields) {
    Approval approval = fields.read("approval", Approval::read);
    Expiry expiry = fields.read("expiry", Expiry::read);
    Disclosure disclosure = fields.read("disclosure", Disclosure::read);
    return new ResearchRules(
        approval.role,
        approval.authority,
        expiry.maxAge,
        expiry.authority,
        disclosure.minDistinctVehicles,
        disclosure.authority);
  }

  private record Approval(String role, Authority authority) {
    public static Approval read(YamlMap fields) {
      return new Approval(fields.name("role"), Authority.of(fields));
    }
  }

  private record Expiry(Period maxAge, Authority authority) {
    public static Expiry read(YamlMap fields) {
      return new Expiry(fields.read("max_age", Period::read), Authority.of(fields));
    }
  }

  private record Disclosure(int minDistinctVehicles, Authority authority) {
    public static Disclosure read(YamlMap fields) {
      return new Disclosure(
          fields.integer("min_distinct_vehicles", 2, 10_000), Authority.of(fields));
    }
  }
}
