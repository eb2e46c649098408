package io.platelake.core.policy.matching;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.YamlMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A group of hot lists that may be compared with, under the same conditions.
 *
 * @param lists list id to its title for people
 * @param requiredFields what every entry of these lists must carry: field names of an entry
 * @param approval role that must approve an entry before it is compared with; empty means none
 * @param authority where it comes from
 */
public record SourceRule(
    Map<String, String> lists,
    Set<String> requiredFields,
    Optional<String> approval,
    Authority authority) {

  static SourceRule read(YamlMap fields) {
    return new SourceRule(
        fields.titles("lists"),
        Set.copyOf(fields.wordsOrNone("required_fields")),
        fields.optionalName("approval"),
        Authority.of(fields));
  }
}
