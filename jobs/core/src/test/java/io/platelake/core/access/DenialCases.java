package io.platelake.core.access;

import io.platelake.core.access.AccessCase.Row;
import io.platelake.core.policy.collection.PurposeRule;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** For every reason, what takes away from a person who may look. */
final class DenialCases {
  private static final Map<DenialReason, Consumer<AccessCase>> CASES =
      new EnumMap<>(DenialReason.class);

  static {
    put(DenialReason.NO_ACCOUNT, c -> c.users.get(0).from("2026-07-01"));
    put(DenialReason.ACCOUNT_ENDED, c -> c.user().to("2026-06-15"));
    put(DenialReason.ACCOUNT_SUSPENDED, c -> c.user().with("status", "suspended"));
    put(DenialReason.SHARED_ACCOUNT, c -> rename(c, "guest"));
    put(DenialReason.SERVICE_ACCOUNT, c -> c.user().with("kind", "service"));
    put(DenialReason.ROLE_NOT_ALLOWED, c -> c.user().with("roles", "press_officers"));
    put(DenialReason.PURPOSE_UNKNOWN, c -> c.purpose = "curiosity");
    put(DenialReason.ROLE_NOT_FOR_PURPOSE, DenialCases::otherRole);
    put(DenialReason.ROLE_MAY_NOT_SEARCH, DenialCases::roleWithoutSearch);
    put(DenialReason.NO_NEED, c -> c.user().with("need", null));
    put(DenialReason.NO_GRANT, c -> c.grants.clear());
    put(DenialReason.GRANT_ENDED, c -> c.grants.forEach(g -> g.to("2026-06-15")));
    put(DenialReason.GRANT_PURPOSE, c -> c.grants.forEach(g -> g.with("purposes", "parking_only")));
    put(DenialReason.GRANT_OFFICE, c -> c.grants.forEach(g -> g.with("office", "sergeant")));
    put(
        DenialReason.GRANT_OWN,
        c -> c.grants.forEach(g -> g.with("approved_by", AccessCase.PERSON)));
    put(
        DenialReason.GRANT_UNREVIEWED,
        c ->
            c.grants.forEach(
                g -> g.with("approved_at", "2025-06-15T12:00:00Z").from("2025-06-15")));
    put(DenialReason.GRANT_SOURCE, c -> c.sources = Set.of("department", "federal"));
    put(DenialReason.DIRECT_ACCESS, c -> c.user().with("kind", "external"));
    put(DenialReason.INACTIVE, DenialCases::inactive);
    put(DenialReason.TRAINING_MISSING, c -> c.training.clear());
    put(
        DenialReason.TRAINING_LAPSED,
        c ->
            c.training.forEach(
                t -> t.with("completed_on", "2025-06-15T12:00:00Z").from("2025-06-15")));
    put(DenialReason.TRAINING_BEFORE_RETURN, DenialCases::returned);
    put(
        DenialReason.TRAINING_BEFORE_CHANGE,
        c ->
            c.rules.add(
                new Row()
                    .with("rule_id", "r-1")
                    .with("topics", String.join(";", c.policy.trainingRules().topics().keySet()))
                    .with("changed_at", "2026-04-01T00:00:00Z")
                    .with("due", "2026-06-01T00:00:00Z")));
    put(
        DenialReason.STATEMENT_LACKS,
        c -> {
          c.statement.clear();
          c.statement.put(Item.SUSPECT_LAST_NAME, "sample");
          c.statement.put(Item.INCIDENT_NUMBER, "26-77");
        });
    put(
        DenialReason.STATEMENT_LACKS_ALL,
        c -> c.statement.keySet().retainAll(Set.of(Item.PURPOSE)));
    put(DenialReason.SAYS_NOTHING, c -> c.statement.put(Item.CASE_NUMBER, "Investigation."));
    put(
        DenialReason.REFUSED_ALONE,
        c -> {
          c.statement.clear();
          c.statement.put(Item.PURPOSE, "Investigation");
        });
    put(DenialReason.PURPOSE_NOT_ACCEPTED, c -> c.statement.put(Item.PURPOSE, "curiosity"));
    put(
        DenialReason.PERSONAL_DATA,
        c -> c.statement.put(Item.REASON, "suspect born 1990, 000-12-3456"));
    put(DenialReason.PROHIBITED_USE, DenialCases::prohibited);
    put(
        DenialReason.DEVICE_NOT_ISSUED,
        c -> c.place = new AttestedPlace(Optional.of("home-pc"), true));
    put(
        DenialReason.NO_SECOND_FACTOR,
        c -> c.place = new AttestedPlace(Optional.of("mdt-4"), false));
  }

  private DenialCases() {}

  private static void put(DenialReason reason, Consumer<AccessCase> takes) {
    CASES.put(reason, takes);
  }

  /** What is decided of somebody from whom this was taken. */
  static AccessDecision decide(String policyId, DenialReason... reasons) {
    AccessCase one = AccessCase.under(policyId);
    for (DenialReason reason : reasons) {
      CASES.get(reason).accept(one);
    }
    return one.decide();
  }

  private static void rename(AccessCase c, String account) {
    c.user().with("user_id", account);
    c.grants.forEach(g -> g.with("user_id", account));
  }

  private static void otherRole(AccessCase c) {
    PurposeRule rule = c.policy.purposes().get(c.purpose);
    Set<String> may = rule == null ? Set.of() : rule.users();
    c.policy.accessRules().roles().keySet().stream()
        .filter(role -> !may.contains(role))
        .findFirst()
        .ifPresent(role -> c.user().with("roles", role));
  }

  private static void roleWithoutSearch(AccessCase c) {
    AccessRules rules = c.policy.accessRules();
    rules.roles().keySet().stream()
        .filter(role -> rules.search().map(s -> !s.roles().contains(role)).orElse(false))
        .findFirst()
        .ifPresent(role -> c.user().with("roles", role));
  }

  private static void inactive(AccessCase c) {
    c.user().from("2024-01-01");
    c.grants.forEach(g -> g.from("2025-06-01"));
    c.lastUses.put(AccessCase.ACCOUNT, AccessCase.day("2025-06-14"));
  }

  private static void returned(AccessCase c) {
    Row before = new Row().to("2026-02-15");
    before.values.putAll(c.user().values);
    c.users.add(before);
    c.user().from("2026-04-01");
  }

  private static void prohibited(AccessCase c) {
    c.policy.prohibitedUses().values().stream()
        .flatMap(use -> use.terms().stream())
        .findFirst()
        .ifPresent(term -> c.statement.put(Item.REASON, "asked for " + term + " today"));
  }
}
