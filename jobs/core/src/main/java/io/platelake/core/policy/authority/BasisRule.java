package io.platelake.core.policy.authority;

import io.platelake.core.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A legal basis on which data may leave the agency.
 *
 * @param title name for people
 * @param recipients kinds of recipient of {@code SharingRules}; empty means any that is not blocked
 * @param requires what must be on file before anything leaves
 * @param approval who approves; empty where no one is named
 * @param authority where it comes from
 */
public record BasisRule(
    String title,
    Set<String> recipients,
    List<String> requires,
    Optional<String> approval,
    Authority authority) {

  public static BasisRule read(YamlMap fields) {
    return new BasisRule(
        fields.text("title"),
        Set.copyOf(fields.optionalWords("recipients")),
        fields.optionalWords("requires"),
        fields.optionalName("approval"),
        Authority.of(fields));
  }
}
