package io.platelake.core.access;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import io.platelake.core.register.RegisterEvent;
import io.platelake.core.register.RegisterHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A person who may search under a policy: everything that the policy asks for is there. Tests take
 * something away.
 */
public final class AccessCase {
  public static final Instant AT = Instant.parse("2026-06-15T12:00:00Z");
  static final String ACCOUNT = "c.okafor";
  static final String PERSON = "p-7";
  private static final String OFFICER = "p-1";

  /** Each policy is read once: that takes longer than all decisions. */
  private static final Map<String, Policy> READ = new ConcurrentHashMap<>();

  /** A row of a register. */
  static final class Row {
    final Map<String, String> values = new LinkedHashMap<>();
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    Optional<Instant> to = Optional.empty();

    Row with(String field, String value) {
      if (value == null) {
        values.remove(field);
      } else {
        values.put(field, value);
      }
      return this;
    }

    Row from(String date) {
      from = day(date);
      return this;
    }

    Row to(String date) {
      to = Optional.of(day(date));
      return this;
    }
  }

  final Policy policy;
  final List<Row> users = new ArrayList<>();
  final List<Row> grants = new ArrayList<>();
  final List<Row> training = new ArrayList<>();
  final List<Row> rules = new ArrayList<>();
  final List<Row> responsible = new ArrayList<>();
  final List<Row> devices = new ArrayList<>();
  final Map<Item, String> statement = new EnumMap<>(Item.class);
  final Map<String, Instant> lastUses = new HashMap<>();
  String purpose;
  Set<String> sources = AccessRequest.OWN;
  AttestedPlace place = new AttestedPlace(Optional.of("mdt-4"), true);
  Instant at = AT;

  private AccessCase(Policy policy) {
    this.policy = policy;
  }

  /** Somebody with everything that one of the five policies asks for. */
  public static AccessCase under(String policyId) {
    return under(READ.computeIfAbsent(policyId, id -> PolicyFiles.pack(id).rules()));
  }

  static AccessCase under(Policy policy) {
    AccessCase all = new AccessCase(policy);
    AccessRules rules = policy.accessRules();
    all.purpose = policy.purposes().keySet().iterator().next();
    Set<String> users = policy.purpose(all.purpose).users();
    String role =
        rules
            .search()
            .map(s -> s.roles().get(0))
            .orElse(
                users.isEmpty()
                    ? rules.roles().keySet().iterator().next()
                    : users.iterator().next());
    all.users.add(
        new Row()
            .with("user_id", ACCOUNT)
            .with("person_id", PERSON)
            .with("kind", "internal")
            .with("roles", role)
            .with("status", "active")
            .with("need", "burglary unit"));
    String office = rules.approval().map(AccessRules.Approval::by).orElse("chief");
    all.responsible.add(new Row().with("office", office).with("person_id", OFFICER));
    all.grants.add(
        new Row()
            .with("user_id", ACCOUNT)
            .with("grant_id", "g-1")
            .with("purposes", all.purpose)
            .with("office", office)
            .with("approved_by", OFFICER)
            .with("approved_at", "2026-02-01T00:00:00Z")
            .with("sources", "department")
            .from("2026-02-01")
            .to("2027-02-01"));
    all.training.add(
        new Row()
            .with("person_id", PERSON)
            .with("course", "alpr-1")
            .with("completed_on", "2026-03-01T00:00:00Z")
            .with("topics", String.join(";", policy.trainingRules().topics().keySet()))
            .from("2026-03-01"));
    all.devices.add(new Row().with("device_id", "mdt-4").with("person_id", PERSON));
    all.statement.put(Item.OFFENCE_TYPE, "burglary");
    all.statement.put(Item.CASE_NUMBER, "26-000123");
    policy.statementRules().accepted().stream()
        .findFirst()
        .ifPresent(p -> all.statement.put(Item.PURPOSE, p));
    return all;
  }

  Row user() {
    return users.get(0);
  }

  Row grant() {
    return grants.get(0);
  }

  AccessRequest request() {
    return new AccessRequest(
        user().values.get("user_id"),
        purpose,
        true,
        sources,
        new PurposeStatement(statement),
        place);
  }

  AccessRegisters registers() {
    return new AccessRegisters(
        Map.of(
            "users", history(users, "user_id"),
            "grants", history(grants, "user_id", "grant_id"),
            "training", history(training, "person_id", "course", "completed_on"),
            "training_rules", history(rules, "rule_id"),
            "responsible", history(responsible, "office", "person_id"),
            "devices", history(devices, "device_id")),
        lastUses);
  }

  AccessDecision decide() {
    return new AccessDecider(policy).decide(registers(), request(), at);
  }

  private static RegisterHistory history(List<Row> rows, String... key) {
    List<RegisterEvent> events = new ArrayList<>();
    for (Row row : rows) {
      if (row.to.isPresent() && !row.from.isBefore(row.to.get())) {
        continue; // two cases together can leave no time
      }
      List<String> parts = new ArrayList<>();
      for (String field : key) {
        parts.add(row.values.get(field));
      }
      events.add(
          new RegisterEvent(
              String.join(" ", parts),
              RegisterEvent.Kind.PUT,
              row.from,
              row.to,
              row.values,
              Instant.parse("2026-01-01T00:00:00Z"),
              events.size()));
    }
    return RegisterHistory.of(events);
  }

  static Instant day(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }
}
