package io.platelake.core.policy.matching;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.YamlMap;
import java.util.Set;

/**
 * A category of hot-list entries that may be compared with.
 *
 * @param title name for people
 * @param offenceClasses the entry must be of one of these; empty means none is asked for
 * @param authority where it comes from
 */
public record CategoryRule(String title, Set<String> offenceClasses, Authority authority) {

  static CategoryRule read(YamlMap fields) {
    return new CategoryRule(
        fields.text("title"),
        Set.copyOf(fields.optionalWords("offence_classes")),
        Authority.of(fields));
  }
}
