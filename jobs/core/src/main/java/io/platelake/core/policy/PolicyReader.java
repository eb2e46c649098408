package io.platelake.core.policy;

import io.platelake.core.BadInput;

/**
 * Reads a policy file: YAML, one document, described by {@code schemas/policy.schema.json}.
 *
 * <p>Strict, because a misspelt rule would otherwise not be enforced: unknown, repeated or missing
 * keys, values of a wrong type, unknown words, contradictions and YAML shortcuts are all {@link
 * BadInput} that names file, line, rule and remedy. Nothing is partly accepted.
 */
public final class PolicyReader {
  /** The form of policy file that this version reads. */
  static final int FORMAT = 1;

  private PolicyReader() {}

  /**
   * The policy in the text.
   *
   * @param yaml content of the file
   * @param fileName its name, for messages only
   * @throws BadInput if it is not a valid policy
   */
  public static Policy read(String yaml, String fileName) {
    return Fields.readAll(
        Place.start(fileName), YamlText.compose(yaml, fileName), PolicyReader::policy);
  }

  private static Policy policy(Fields fields) {
    if (fields.integer("format", 1, 1_000) != FORMAT) {
      throw new InvalidRule("format", "is not " + FORMAT, "Use the version that reads this form");
    }
    return new Policy(
        fields.name("id"),
        fields.text("version"),
        fields.text("title"),
        fields.name("agency_kind"),
        fields.text("jurisdiction"),
        fields.text("statute"),
        fields.map("purposes", PurposeRule::read),
        fields.map("retention", RetentionRule::read),
        fields.map("records", RecordRule::read),
        fields.map("holds", HoldRule::read),
        fields.read("purge", PurgeRules::read),
        fields.read("landing", LandingRules::read),
        fields.map("hotlists", HotlistRules::read),
        fields.map("alerts", AlertRules::read),
        fields.read("matching", MatchingRules::read),
        fields.read("protected_places", ProtectedPlaceRules::read),
        fields.read("research", ResearchRules::read),
        fields.read("sharing", SharingRules::read),
        fields.read("reports", ReportRules::read),
        fields.read("audits", AuditRules::read),
        fields.read("training", TrainingRules::read),
        fields.read("review", ReviewRule::read));
  }
}
