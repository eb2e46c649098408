package io.platelake.core.share;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.authority.BasisRule;
import io.platelake.core.register.RegisterEvent;
import io.platelake.core.register.RegisterHistory;
import io.platelake.core.share.ShareRequest.Data;
import io.platelake.core.share.ShareRequest.DirectAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A request that a policy lets through. Tests take something away or add something. */
final class ShareCase {
  static final Instant AT = Instant.parse("2026-06-15T12:00:00Z");
  private static final Map<String, Policy> READ = new TreeMap<>();

  final Policy policy;
  final Map<String, Map<String, String>> bodies = new LinkedHashMap<>();
  final List<RegisterEvent> agreements = new ArrayList<>();
  final List<RegisterEvent> grants = new ArrayList<>();
  final Map<String, String> items = new TreeMap<>();
  Set<String> releases = Set.of("release-1");
  String basis;
  String recipient = "county-da";
  Data data = Data.ALPR;
  String consideration = ShareRequest.NOTHING;
  Optional<String> agreement = Optional.empty();
  Optional<String> taskForce = Optional.empty();
  Optional<DirectAccess> direct = Optional.empty();
  boolean publicRecords;

  private ShareCase(Policy policy) {
    this.policy = policy;
  }

  /** A request on the first basis of a policy, with all that it needs. */
  static ShareCase under(String policyId) {
    Policy policy = READ.computeIfAbsent(policyId, id -> PolicyFiles.pack(id).rules());
    ShareCase all = new ShareCase(policy);
    all.basis = policy.sharingRules().bases().keySet().iterator().next();
    BasisRule rule = policy.sharingRules().bases().get(all.basis);
    rule.requires().forEach(item -> all.items.put(item, "document 12"));
    all.items.computeIfPresent("agency_name", (k, v) -> "Sample County District Attorney");
    boolean enforces = rule.recipients().contains("law_enforcement");
    all.body(
        "county-da",
        "name",
        "District Attorney of Sample County",
        "aliases",
        "Sample County District Attorney; SCDA",
        "kind",
        enforces ? "law_enforcement" : "prosecutorial",
        "level",
        "local",
        "jurisdiction",
        policy.jurisdiction(),
        "verified_at",
        "2026-01-05T00:00:00Z");
    return all;
  }

  /** Registers a body, or changes one. */
  ShareCase body(String id, String... values) {
    Map<String, String> fields =
        bodies.computeIfAbsent(
            id,
            k ->
                new LinkedHashMap<>(
                    Map.of(
                        "recipient_id",
                        k,
                        "name",
                        "body " + k,
                        "kind",
                        "law_enforcement",
                        "level",
                        "local",
                        "jurisdiction",
                        policy.jurisdiction(),
                        "blocked",
                        "false")));
    for (int i = 0; i < values.length; i += 2) {
      if (values[i + 1].isEmpty()) {
        fields.remove(values[i]);
      } else {
        fields.put(values[i], values[i + 1]);
      }
    }
    return this;
  }

  ShareCase agreement(String id, String party, String from, String to) {
    agreements.add(event(id, from, to, Map.of("party", party, "kind", "sharing")));
    return this;
  }

  ShareCase grant(String key, String office, String from, String to) {
    grants.add(event(key, from, to, Map.of("direct_access", "true", "office", office)));
    return this;
  }

  ShareRequest request() {
    return new ShareRequest(
        "share-1",
        "city-2",
        basis,
        recipient,
        data,
        Instant.parse("2026-06-14T09:00:00Z"),
        "trial of a burglary",
        consideration,
        items,
        agreement,
        taskForce,
        direct,
        publicRecords);
  }

  ShareDecider decider() {
    List<RegisterEvent> registered = new ArrayList<>();
    bodies.forEach((id, fields) -> registered.add(event(id, "2026-01-01", "2030-01-01", fields)));
    return new ShareDecider(
        policy,
        new ShareRegisters(
            Map.of(
                "recipients", RegisterHistory.of(registered),
                "agreements", RegisterHistory.of(agreements),
                "grants", RegisterHistory.of(grants)),
            AT),
        releases);
  }

  List<ShareDenial> denials() {
    return decider().denials(request());
  }

  /** Reason and subject of each denial. */
  List<String> said() {
    return denials().stream()
        .map(d -> (d.reason().label() + " " + d.subject()).strip())
        .sorted()
        .toList();
  }

  private static RegisterEvent event(
      String key, String from, String to, Map<String, String> fields) {
    return new RegisterEvent(
        key,
        RegisterEvent.Kind.PUT,
        Instant.parse(from + "T00:00:00Z"),
        Optional.of(Instant.parse(to + "T00:00:00Z")),
        fields,
        Instant.parse("2026-01-01T00:00:00Z"),
        0);
  }
}
