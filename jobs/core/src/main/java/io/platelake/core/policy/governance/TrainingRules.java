package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.yaml.YamlMap;
import java.util.Map;
import java.util.Optional;

/**
 * What everybody with access must have been trained in, and how recently.
 *
 * @param beforeAccess whether access requires it
 * @param every the longest time since the last training in a topic; empty where it is given once
 * @param trainer who gives it
 * @param retrainOnChange a change of law or technology asks for it again
 * @param topics topic id to its title for people
 * @param authority where it comes from
 */
public record TrainingRules(
    boolean beforeAccess,
    Optional<Period> every,
    Optional<String> trainer,
    boolean retrainOnChange,
    Map<String, String> topics,
    Authority authority) {

  public static TrainingRules read(YamlMap fields) {
    return new TrainingRules(
        fields.flag("before_access"),
        fields.optional("every", Period::read),
        fields.optionalText("trainer"),
        fields.optionalFlag("retrain_on_change"),
        fields.titles("topics"),
        Authority.of(fields));
  }
}
