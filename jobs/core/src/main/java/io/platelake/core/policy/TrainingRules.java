package io.platelake.core.policy;

import java.util.Map;

/**
 * What everybody with access must have been trained in, and how recently.
 *
 * @param every the longest time since the last training in a topic
 * @param topics topic id to its title for people
 * @param authority where it comes from
 */
public record TrainingRules(Period every, Map<String, String> topics, Authority authority) {

  static TrainingRules read(Fields fields) {
    return new TrainingRules(
        fields.read("every", Period::read), fields.titles("topics"), fields.authority());
  }
}
