package io.platelake.core.policy;

import java.util.Map;

/**
 * On what basis data may leave the agency, and who never gets any.
 *
 * @param bases allowed legal bases, by id; nothing leaves on any other
 * @param blockedRecipients kinds of recipient that no basis opens the door to, by id
 */
public record SharingRules(Map<String, NamedRule> bases, Map<String, NamedRule> blockedRecipients) {

  static SharingRules read(Fields fields) {
    return new SharingRules(
        fields.map("bases", NamedRule::read), fields.map("blocked_recipients", NamedRule::read));
  }
}
