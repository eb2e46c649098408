package io.platelake.core.policy;

import io.platelake.core.BadInput;
import io.platelake.core.policy.collection.CameraRules;
import io.platelake.core.policy.collection.LandingRules;
import io.platelake.core.policy.collection.ProtectedPlaceRules;
import io.platelake.core.policy.collection.PurposeRule;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.policy.governance.AdministratorRule;
import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.governance.ChangeRules;
import io.platelake.core.policy.governance.DeadlineRule;
import io.platelake.core.policy.governance.ProhibitedUse;
import io.platelake.core.policy.governance.PurposeStatementRules;
import io.platelake.core.policy.governance.ReportRules;
import io.platelake.core.policy.governance.ResearchRules;
import io.platelake.core.policy.governance.ReviewRule;
import io.platelake.core.policy.governance.SharingRules;
import io.platelake.core.policy.governance.TrainingRules;
import io.platelake.core.policy.matching.AlertRules;
import io.platelake.core.policy.matching.HotlistRules;
import io.platelake.core.policy.matching.MatchingRules;
import io.platelake.core.policy.retention.HoldRule;
import io.platelake.core.policy.retention.PurgeRules;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.NodeOrigins;
import io.platelake.core.yaml.YamlMap;
import io.platelake.core.yaml.YamlPlace;
import io.platelake.core.yaml.YamlText;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a policy file: YAML, one document, described by {@code schemas/policy.schema.json}.
 *
 * <p>Strict, because a misspelt rule would otherwise not be enforced: unknown, repeated or missing
 * keys, values of a wrong type, unknown words, contradictions and YAML shortcuts are all {@link
 * BadInput} that names file, line, rule and remedy, one line for each section that has a mistake.
 * Nothing is partly accepted.
 */
public final class PolicyReader {
  /** The form of policy file that this version reads. */
  public static final int FORMAT = 1;

  private final YamlMap fields;
  private final List<BadInput> problems = new ArrayList<>();

  private PolicyReader(YamlMap fields) {
    this.fields = fields;
  }

  /**
   * The policy in a text that says everything itself and leaves nothing open.
   *
   * @param yaml content of the file
   * @param fileName its name, for messages only
   * @throws BadInput if it is not a valid policy
   * @throws Refusal if it leaves a value open
   */
  public static Policy read(String yaml, String fileName) {
    return load(yaml, fileName, ParentPolicies.NONE).activatable();
  }

  /**
   * The policy in a text, with what it extends and what it leaves open.
   *
   * @throws BadInput if it is not a valid policy
   */
  public static PolicyFile load(String yaml, String fileName, ParentPolicies parents) {
    Node own = YamlText.compose(yaml, fileName);
    NodeOrigins origins = new NodeOrigins(fileName);
    Node whole = new Inheritance(parents, origins).resolve(own);
    String text = whole == own ? yaml : write(whole);
    List<Blank> blanks = Blanks.fill(whole, YamlPlace.start(origins));
    Policy policy =
        YamlMap.readAll(
            YamlPlace.start(origins), whole, fields -> new PolicyReader(fields).policy());
    return new PolicyFile(fileName, policy, blanks, text, PolicyLines.of(whole, origins));
  }

  private static String write(Node whole) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(100);
    StringWriter out = new StringWriter();
    new Yaml(options).serialize(whole, out);
    return out.toString();
  }

  private Policy policy() {
    if (fields.integer("format", 1, 1_000) != FORMAT) {
      throw new InvalidRule("format", "is not " + FORMAT, "Use the version that reads this form");
    }
    Supplier<Policy> policy = sections();
    fields.has("extends");
    part(
        () -> {
          fields.refuseUnread();
          return null;
        });
    if (!problems.isEmpty()) {
      throw BadInput.all(problems);
    }
    return policy.get();
  }

  /** Reads every section, mistaken ones too, before the rules are held against each other. */
  private Supplier<Policy> sections() {
    String id = part(() -> fields.name("id"));
    String version = part(() -> fields.text("version"));
    String title = part(() -> fields.text("title"));
    String agencyKind = part(() -> fields.name("agency_kind"));
    String jurisdiction = part(() -> fields.text("jurisdiction"));
    String statute = part(() -> fields.text("statute"));
    var administrator = optional("administrator", AdministratorRule::read);
    var purposes = map("purposes", PurposeRule::read);
    var retention = map("retention", RetentionRule::read);
    var records = map("records", RecordRule::read);
    var holds = optionalMap("holds", HoldRule::read);
    PurgeRules purge = section("purge", PurgeRules::read);
    LandingRules landing = section("landing", LandingRules::read);
    var hotlists = optionalMap("hotlists", HotlistRules::read);
    var alerts = optionalMap("alerts", AlertRules::read);
    var prohibited = optionalMap("prohibited_uses", ProhibitedUse::read);
    MatchingRules matching = section("matching", MatchingRules::read);
    var places = optional("protected_places", ProtectedPlaceRules::read);
    var research = optional("research", ResearchRules::read);
    SharingRules sharing = section("sharing", SharingRules::read);
    AccessRules access = section("access", AccessRules::read);
    PurposeStatementRules statement = section("purpose_statement", PurposeStatementRules::read);
    var cameras = optional("cameras", CameraRules::read);
    var reports = optional("reports", ReportRules::read);
    var audits = optional("audits", AuditRules::read);
    TrainingRules training = section("training", TrainingRules::read);
    var review = optional("review", ReviewRule::read);
    var change = optional("policy_change", ChangeRules::read);
    var deadlines = optionalMap("deadlines", DeadlineRule::read);
    return () ->
        new Policy(
            id,
            version,
            title,
            agencyKind,
            jurisdiction,
            statute,
            administrator,
            purposes,
            retention,
            records,
            holds,
            purge,
            landing,
            hotlists,
            alerts,
            prohibited,
            matching,
            places,
            research,
            sharing,
            access,
            statement,
            cameras,
            reports,
            audits,
            training,
            review,
            change,
            deadlines);
  }

  private <T> T section(String key, Function<YamlMap, T> rule) {
    return part(() -> fields.read(key, rule));
  }

  private <T> Optional<T> optional(String key, Function<YamlMap, T> rule) {
    return part(() -> fields.optional(key, rule));
  }

  private <T> Map<String, T> map(String key, Function<YamlMap, T> rule) {
    return part(() -> fields.map(key, rule));
  }

  private <T> Map<String, T> optionalMap(String key, Function<YamlMap, T> rule) {
    return part(() -> fields.optionalMap(key, rule));
  }

  /** Keeps a mistake for the end, so that one look at the file corrects them all. */
  private <T> T part(Supplier<T> section) {
    try {
      return section.get();
    } catch (BadInput e) {
      problems.add(e);
      return null;
    }
  }
}
