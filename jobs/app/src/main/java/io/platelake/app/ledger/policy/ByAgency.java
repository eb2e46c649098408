package io.platelake.app.ledger.policy;

import io.platelake.core.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a job needs of each agency's policy. A policy that says too little holds up its own agency
 * and no other.
 *
 * @param usable by agency
 * @param refused why an agency is passed over, by agency
 */
public record ByAgency<T>(Map<String, T> usable, Map<String, String> refused) {
  public ByAgency {
    usable = new TreeMap<>(usable);
    refused = new TreeMap<>(refused);
  }

  /**
   * @param rules what a job needs of a policy; throws a {@link Refusal} where it does not say so
   * @throws Refusal of the only agency, or of the first where all are refused
   */
  public static <T> ByAgency<T> of(
      Map<String, PolicyInForce> policies, Function<PolicyInForce, T> rules) {
    Map<String, T> usable = new TreeMap<>();
    Map<String, Refusal> refused = new TreeMap<>();
    policies.forEach(
        (agency, policy) -> {
          try {
            usable.put(agency, rules.apply(policy));
          } catch (Refusal e) {
            refused.put(agency, e);
          }
        });
    if (usable.isEmpty() && !refused.isEmpty()) {
      throw refused.values().iterator().next();
    }
    Map<String, String> why = new TreeMap<>();
    refused.forEach((agency, e) -> why.put(agency, e.getMessage()));
    return new ByAgency<>(usable, why);
  }

  /** A line for each agency that is passed over. */
  public List<String> lines() {
    return refused.entrySet().stream()
        .map(e -> "Passed over " + e.getKey() + ": " + e.getValue())
        .toList();
  }
}
