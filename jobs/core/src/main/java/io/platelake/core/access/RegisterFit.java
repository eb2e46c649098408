package io.platelake.core.access;

import io.platelake.core.BadInput;
import io.platelake.core.Mistakes;
import io.platelake.core.chain.CheckingKey;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.register.RegisterContract;
import io.platelake.core.register.RegisterRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the rows of a register against each other and against the words of a policy. */
public final class RegisterFit {
  private final List<RegisterRow> rows;
  private final Mistakes mistakes = new Mistakes();

  private RegisterFit(List<RegisterRow> rows) {
    this.rows = rows;
  }

  /**
   * @param policy whose names the rows use; empty where none is at hand
   * @throws BadInput naming every mistake, with its place
   */
  public static void check(
      RegisterContract contract, List<RegisterRow> rows, Optional<Policy> policy) {
    RegisterFit fit = new RegisterFit(rows.stream().filter(row -> !row.ends()).toList());
    switch (contract.register()) {
      case "users" -> {
        fit.services();
        fit.logins();
        policy.ifPresent(p -> fit.known("roles", p.accessRules().roles().keySet(), "role"));
      }
      case "grants" -> policy.ifPresent(fit::grants);
      case "training", "training_rules" ->
          policy.ifPresent(p -> fit.known("topics", p.trainingRules().topics().keySet(), "topic"));
      case "signing_keys" -> fit.keys();
      default -> {
        // Nothing else is known of it than its contract.
      }
    }
    fit.mistakes.refuse();
  }

  private void known(String field, Set<String> known, String what) {
    for (RegisterRow row : rows) {
      Set<String> unknown = words(row, field);
      unknown.removeAll(known);
      if (!unknown.isEmpty()) {
        bad(row, field + " names no " + what + " of the policy", "Use of " + known + ".");
      }
    }
  }

  private void services() {
    for (RegisterRow row : rows) {
      if (!"service".equals(row.values().get("kind"))) {
        continue;
      }
      for (Permission permission : Permission.values()) {
        if (!permission.isForServices() && words(row, "permissions").contains(permission.word())) {
          bad(
              row,
              "permissions gives a service " + permission.word(),
              "A service may operate and purge.");
        }
      }
      if (!words(row, "roles").isEmpty()) {
        bad(row, "roles gives a service a role", "Leave them out: a service looks at nothing.");
      }
    }
  }

  /** Two persons behind one login could not be told apart. */
  private void logins() {
    Map<String, String> persons = new HashMap<>();
    for (RegisterRow row : rows) {
      String login = row.values().getOrDefault("os_user", row.key());
      String person = row.values().get("person_id");
      String other = persons.putIfAbsent(login, person);
      boolean service = "service".equals(row.values().get("kind"));
      if (other != null && !other.equals(person) && !service) {
        bad(row, "os_user belongs to another person too", "Give each person a login of his own.");
      }
    }
  }

  private void grants(Policy policy) {
    known("purposes", policy.purposes().keySet(), "purpose");
    AccessRules rules = policy.accessRules();
    for (RegisterRow row : rows) {
      boolean direct = "true".equals(row.values().get("direct_access"));
      Optional<AccessRules.Approval> rule = direct ? rules.directAccess() : rules.approval();
      rule.filter(r -> !r.by().equals(row.values().get("office")))
          .ifPresent(r -> bad(row, "office may not give it", "The policy names " + r.by() + "."));
      if (direct && rule.isEmpty()) {
        bad(row, "direct_access is not known to the policy", "Share the data instead.");
      }
    }
  }

  private void keys() {
    for (RegisterRow row : rows) {
      try {
        CheckingKey key =
            CheckingKey.ofPem(
                "-----BEGIN PUBLIC KEY-----\n"
                    + row.values().get("public_key")
                    + "\n-----END PUBLIC KEY-----\n");
        if (!key.id().equals(row.key())) {
          bad(row, "key_id is not the id of the key", "It is " + key.id() + ".");
        }
      } catch (IllegalArgumentException e) {
        bad(row, "public_key is no Ed25519 key", "Give the Base64 line of its PEM file.");
      }
    }
  }

  private static Set<String> words(RegisterRow row, String field) {
    String words = row.values().get(field);
    return words == null ? new HashSet<>() : new HashSet<>(List.of(words.split(";")));
  }

  private void bad(RegisterRow row, String why, String remedy) {
    mistakes.add(new BadInput(row.place(), why, remedy));
  }
}
