package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.BasisRule;
import io.platelake.core.policy.authority.NamedRule;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.Map;

/**
 * On what basis data may leave the agency, to whom, and who never gets any.
 *
 * @param bases allowed legal bases, by id; nothing leaves on any other
 * @param recipients kinds of recipient that a basis may name, by id; empty where the policy has
 *     none apart
 * @param blockedRecipients kinds of recipient that no basis opens the door to, by id; may be empty
 * @param conditions what every recipient must keep to, by id; may be empty
 */
public record SharingRules(
    Map<String, BasisRule> bases,
    Map<String, NamedRule> recipients,
    Map<String, NamedRule> blockedRecipients,
    Map<String, NamedRule> conditions) {

  public SharingRules {
    bases.forEach(
        (id, basis) ->
            InvalidRule.requireKnown(
                "bases." + id + ".recipients",
                basis.recipients(),
                recipients.keySet(),
                "kind of recipient"));
    for (String id : recipients.keySet()) {
      if (blockedRecipients.containsKey(id)) {
        throw new InvalidRule("recipients." + id, "is blocked too", "Keep one of the two");
      }
    }
  }

  public static SharingRules read(YamlMap fields) {
    return new SharingRules(
        fields.map("bases", BasisRule::read),
        fields.optionalMap("recipients", NamedRule::read),
        fields.optionalMap("blocked_recipients", NamedRule::read),
        fields.optionalMap("conditions", NamedRule::read));
  }
}
