package io.platelake.app.match.search;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.match.rule.AlertRule;
import io.platelake.core.match.rule.EquivalenceRule;
import io.platelake.core.match.rule.NearRule;
import io.platelake.core.match.rule.PartialRule;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.match.rule.TierRules;
import io.platelake.core.match.rule.VehicleRule;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.matching.AlertRules;
import io.platelake.core.policy.matching.MatchingRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a policy says about matching the reads of one purpose.
 *
 * @param agency owner of reads and lists
 * @param purpose purpose of both
 * @param policyVersion version of the policy, for the hits
 * @param categories categories of entries that may be compared with
 * @param equivalence how much confusion a match may rest on
 * @param classes which characters are confused
 * @param tiers which plates and entries are looked for besides exact and equivalent plates
 * @param alerts which hits are alerts
 */
public record MatchRules(
    String agency,
    String purpose,
    String policyVersion,
    Set<String> categories,
    EquivalenceRule equivalence,
    OcrClasses classes,
    TierRules tiers,
    AlertRule alerts) {

  public MatchRules {
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(policyVersion, "policyVersion");
    categories = Set.copyOf(categories);
    Objects.requireNonNull(equivalence, "equivalence");
    Objects.requireNonNull(classes, "classes");
    Objects.requireNonNull(tiers, "tiers");
    Objects.requireNonNull(alerts, "alerts");
  }

  /** These rules for exact and equivalent plates alone. */
  public MatchRules forWholePlates() {
    return with(TierRules.NONE);
  }

  /** These rules for entries without a whole plate alone. */
  public MatchRules forOtherEntries() {
    return with(tiers.forOtherEntries());
  }

  public MatchRules with(TierRules tiers) {
    return new MatchRules(
        agency, purpose, policyVersion, categories, equivalence, classes, tiers, alerts);
  }

  public boolean useOtherEntries() {
    return tiers.partial().isPresent() || tiers.vehicleOnly().isPresent();
  }

  /**
   * @throws io.platelake.core.Refusal if the purpose has no hot lists
   */
  public static MatchRules of(PolicyInForce adopted, String purpose) {
    Policy policy = adopted.policy();
    MatchingRules matching = policy.matchingRules();
    return new MatchRules(
        adopted.agency(),
        purpose,
        adopted.version(),
        policy.hotlistRules(purpose).categories().keySet(),
        new EquivalenceRule(
            matching.minLength(), matching.maxLength(), matching.maxSubstitutions()),
        OcrClasses.of(matching.ocrClasses()),
        new TierRules(
            matching
                .near()
                .map(n -> new NearRule(n.minLength(), n.minCandidateShare(), n.lowConfidence())),
            matching
                .partial()
                .map(p -> new PartialRule(p.minKnown(), p.minCandidateShare(), p.maxHits())),
            matching.vehicleOnly().map(v -> new VehicleRule(v.maxHits()))),
        policy
            .alertRules(purpose)
            .map(rules -> alerts(policy, purpose, rules))
            .orElse(new AlertRule(Set.of(), Set.of(), Map.of(), Set.of(), false, false)));
  }

  private static AlertRule alerts(Policy policy, String purpose, AlertRules rules) {
    Map<String, Set<String>> classes =
        new HashMap<>(policy.hotlistRules(purpose).offenceClassesByCategory());
    classes.keySet().retainAll(rules.categories());
    return new AlertRule(
        Set.of(purpose),
        rules.categories(),
        classes,
        rules.tiers().stream()
            .map(tier -> PlateTier.valueOf(tier.name()))
            .collect(Collectors.toSet()),
        rules.allowUnknownState(),
        rules.allowUnknownVehicle(),
        rules.leastScores().entrySet().stream()
            .collect(
                Collectors.toMap(e -> PlateTier.valueOf(e.getKey().name()), Map.Entry::getValue)));
  }
}
