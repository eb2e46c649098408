package io.platelake.core.policy.check;

import io.platelake.core.policy.collection.LandingRules;
import io.platelake.core.policy.collection.PurposeRule;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.policy.matching.AlertRules;
import io.platelake.core.policy.matching.HotlistRules;
import io.platelake.core.policy.matching.MatchingRules;
import io.platelake.core.policy.matching.Tier;
import io.platelake.core.policy.retention.HoldRule;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.yaml.InvalidRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Contradictions between rules of one policy. */
public final class PolicyChecks {
  /** No reads are collected for it. */
  private static final String AUDITING = "auditing";

  private PolicyChecks() {}

  public static void purposes(
      Set<String> purposes,
      Set<String> retained,
      Map<String, HoldRule> holds,
      Set<String> withHotlists) {
    if (purposes.contains(AUDITING)) {
      throw new InvalidRule(
          "purposes." + AUDITING,
          "is the purpose of the access log, which serves audits alone",
          "Give it another name");
    }
    requireKnownKeys("retention", retained, purposes, "purpose");
    requireKnownKeys("hotlists", withHotlists, purposes, "purpose");
    holds.forEach(
        (kind, rule) ->
            InvalidRule.requireKnown(
                "holds." + kind + ".purposes", rule.purposes(), purposes, "purpose"));
    requireAll("retention", retained, purposes);
  }

  public static void records(Set<String> classes) {
    requireKnownKeys("records", classes, RecordRule.CLASSES, "record class");
    requireAll("records", classes, RecordRule.CLASSES);
  }

  public static void alerts(
      Map<String, PurposeRule> purposes,
      Map<String, HotlistRules> hotlists,
      Map<String, AlertRules> alerts) {
    requireKnownKeys("alerts", alerts.keySet(), purposes.keySet(), "purpose");
    purposes.forEach(
        (purpose, rule) -> {
          if (rule.alerts() != alerts.containsKey(purpose)) {
            throw new InvalidRule(
                "purposes." + purpose + ".alerts",
                rule.alerts() ? "is true without a rule under alerts" : "forbids a rule it has",
                "Let the section alerts name exactly the purposes that may alert");
          }
        });
    alerts.forEach(
        (purpose, rule) -> {
          String path = "alerts." + purpose + ".categories";
          Set<String> known =
              hotlists.containsKey(purpose)
                  ? hotlists.get(purpose).categories().keySet()
                  : Set.of();
          InvalidRule.requireKnown(path, rule.categories(), known, "hot-list category");
        });
  }

  /** An alert from what is never looked for would read like a promise. */
  public static void partialAlerts(MatchingRules matching, Map<String, AlertRules> alerts) {
    alerts.forEach(
        (purpose, rule) -> {
          if (rule.tiers().contains(Tier.PARTIAL) && matching.partial().isEmpty()) {
            throw new InvalidRule(
                "alerts." + purpose + ".certainty.tiers",
                "names partial, and nothing looks for partial plates",
                "Add matching.partial, or remove the tier");
          }
        });
  }

  public static void heldCategories(
      Map<String, HoldRule> holds, Map<String, HotlistRules> hotlists) {
    Set<String> known = new TreeSet<>();
    hotlists.values().forEach(rules -> known.addAll(rules.categories().keySet()));
    holds.forEach(
        (kind, rule) ->
            InvalidRule.requireKnown(
                "holds." + kind + ".categories", rule.categories(), known, "hot-list category"));
  }

  /**
   * A late read must be distinguishable from a wrong clock, so no limit may reach the implausible
   * age.
   */
  public static void implausibleAge(LandingRules landing, Map<String, RetentionRule> retention) {
    for (RetentionRule rule : retention.values()) {
      Optional<Period> longest = rule.max().or(rule::min);
      if (longest.isPresent() && !isAlwaysLonger(landing.implausibleAge(), longest.get())) {
        throw new InvalidRule(
            "landing.implausible_age",
            "is not longer than a retention limit of " + longest.get(),
            "Give a period beyond every retention limit");
      }
    }
  }

  public static void users(Map<String, PurposeRule> purposes, AccessRules access) {
    purposes.forEach(
        (purpose, rule) ->
            InvalidRule.requireKnown(
                "purposes." + purpose + ".users", rule.users(), access.roles().keySet(), "role"));
  }

  static boolean isAlwaysLonger(Period period, Period other) {
    return period.isEverLongerThan(other) && !other.isEverLongerThan(period);
  }

  private static void requireKnownKeys(
      String path, Set<String> keys, Set<String> known, String what) {
    for (String key : new TreeSet<>(keys)) {
      InvalidRule.requireKnown(path + "." + key, Set.of(key), known, what);
    }
  }

  private static void requireAll(String path, Set<String> given, Set<String> required) {
    Set<String> missing = new TreeSet<>(required);
    missing.removeAll(given);
    if (!missing.isEmpty()) {
      throw new InvalidRule(path, "has no rule for " + String.join(", ", missing), "Add it");
    }
  }
}
