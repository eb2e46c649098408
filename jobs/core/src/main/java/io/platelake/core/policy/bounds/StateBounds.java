package io.platelake.core.policy.bounds;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFile;
import io.platelake.core.policy.PolicyReader;
import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.matching.HotlistRules;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.policy.retention.Unit;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.NodeOrigins;
import io.platelake.core.yaml.YamlMap;
import io.platelake.core.yaml.YamlPlace;
import io.platelake.core.yaml.YamlText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What the law of a state leaves its agencies: a policy may only tighten it. Read from {@code
 * schemas/policies/bounds}.
 */
public final class StateBounds {
  private static final String ANY = "any";

  /** What is made from reads: with a limit of its own only, it could outlive them. */
  private static final List<String> DERIVED = List.of("hits", "images", "exports");

  private final String jurisdiction;
  private final Map<String, PeriodBound> reads;
  private final Map<String, PeriodBound> records;
  private final Map<String, Optional<NameBound>> names;
  private final Optional<PeriodBound> listAge;
  private final Optional<PeriodBound> audits;
  private final Optional<PeriodBound> training;

  private StateBounds(YamlMap fields) {
    if (fields.integer("format", 1, 1_000) != PolicyReader.FORMAT) {
      throw new InvalidRule("format", "is not 1", "Use the version that reads this form");
    }
    fields.name("id");
    fields.text("title");
    jurisdiction = fields.text("jurisdiction");
    reads = fields.optionalMap("reads", PeriodBound::read);
    records = fields.optionalMap("records", PeriodBound::read);
    listAge = fields.optional("hotlists", PeriodBound::maxAge);
    audits = fields.optional("audits", PeriodBound::every);
    training = fields.optional("training", PeriodBound::every);
    names =
        List.of(
                "alert_categories",
                "prohibited_categories",
                "prohibited_uses",
                "protected_kinds",
                "sharing_bases",
                "recipients",
                "blocked_recipients",
                "access_log")
            .stream()
            .collect(Collectors.toMap(key -> key, key -> fields.optional(key, NameBound::read)));
  }

  /**
   * The bounds in a text.
   *
   * @throws BadInput if the file is not valid
   */
  public static StateBounds read(String yaml, String fileName) {
    Node root = YamlText.compose(yaml, fileName);
    return YamlMap.readAll(YamlPlace.start(new NodeOrigins(fileName)), root, StateBounds::new);
  }

  /** ISO 3166-2 code of the state. */
  public String jurisdiction() {
    return jurisdiction;
  }

  /** Every rule of a policy that allows more than the state does; none when it is within. */
  public List<BoundViolation> check(PolicyFile file) {
    Check check = new Check(file, new ArrayList<>());
    Policy policy = file.rules();
    policy.retention().forEach((purpose, rule) -> check.limit(purpose, rule));
    records.forEach((kind, bound) -> check.record(kind, bound, policy.recordClass(kind)));
    DERIVED.forEach(kind -> check.derived(kind, policy.recordClass(kind)));
    policy.hotlists().forEach((purpose, rule) -> check.hotlists(purpose, rule));
    check.named("alert_categories", "alerts", alertCategories(policy));
    check.named("prohibited_uses", "prohibited_uses", policy.prohibitedUses().keySet());
    check.named(
        "protected_kinds",
        "protected_places.kinds",
        policy.protectedPlaceRules().map(p -> p.kinds().keySet()).orElseGet(TreeSet::new));
    check.named("sharing_bases", "sharing.bases", policy.sharingRules().bases().keySet());
    check.named("recipients", "sharing.recipients", policy.sharingRules().recipients().keySet());
    check.named(
        "blocked_recipients",
        "sharing.blocked_recipients",
        policy.sharingRules().blockedRecipients().keySet());
    check.named("access_log", "access.log.fields", policy.accessRules().log().fields());
    audits.ifPresent(
        b -> check.most("audits.every", b, policy.auditRules().map(AuditRules::every)));
    training.ifPresent(b -> check.most("training.every", b, policy.trainingRules().every()));
    return List.copyOf(check.found);
  }

  private static Collection<String> alertCategories(Policy policy) {
    return policy.alerts().values().stream()
        .flatMap(rule -> rule.categories().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private final class Check {
    private final PolicyFile file;
    private final List<BoundViolation> found;

    Check(PolicyFile file, List<BoundViolation> found) {
      this.file = file;
      this.found = found;
    }

    void limit(String purpose, RetentionRule rule) {
      PeriodBound bound = reads.getOrDefault(purpose, reads.get(ANY));
      if (bound != null) {
        most("retention." + purpose + ".max", bound, rule.max());
        least("retention." + purpose + ".min", bound, rule.min());
      }
    }

    void record(String kind, PeriodBound bound, RecordRule rule) {
      most("records." + kind + ".max", bound, rule.own().flatMap(RetentionRule::max));
      least("records." + kind + ".min", bound, rule.own().flatMap(RetentionRule::min));
    }

    void derived(String kind, RecordRule rule) {
      Optional<PeriodBound> bound =
          reads.values().stream().filter(b -> b.max().isPresent()).findFirst();
      if (bound.isPresent() && !rule.followsReads()) {
        add(
            "records." + kind,
            "it could outlive the reads it was made from",
            "Add \"follows: reads\"",
            bound.get().authority());
      }
    }

    void hotlists(String purpose, HotlistRules rules) {
      String path = "hotlists." + purpose;
      Period age = new Period((int) rules.maxAge().toMinutes(), Unit.MINUTES);
      listAge.ifPresent(b -> most(path + ".freshness.max_age", b, Optional.of(age)));
      named("prohibited_categories", path + ".prohibited_categories", rules.prohibited().keySet());
    }

    void most(String path, PeriodBound bound, Optional<Period> given) {
      bound
          .tooLong(given)
          .ifPresent(
              why ->
                  add(path, why, "Make it " + bound.max().get() + " or less", bound.authority()));
    }

    void least(String path, PeriodBound bound, Optional<Period> given) {
      bound
          .tooShort(given)
          .ifPresent(
              why ->
                  add(path, why, "Make it " + bound.min().get() + " or more", bound.authority()));
    }

    void named(String key, String path, Collection<String> given) {
      names
          .get(key)
          .ifPresent(
              bound ->
                  bound
                      .broken(given)
                      .ifPresent(
                          why -> add(path, why, "Name what the state names", bound.authority())));
    }

    private void add(String path, String why, String remedy, Authority authority) {
      found.add(
          new BoundViolation(
              file.lines().place(path),
              path,
              "looser than " + jurisdiction + ": " + why,
              remedy,
              authority));
    }
  }
}
