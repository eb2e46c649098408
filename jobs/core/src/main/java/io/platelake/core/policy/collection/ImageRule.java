package io.platelake.core.policy.collection;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.YamlMap;

/**
 * What happens to pictures that come with the reads of a purpose.
 *
 * @param authority where it comes from
 */
public record ImageRule(Action action, Authority authority) {
  /** There is no third: what is not kept is not decoded either. */
  public enum Action {
    KEEP,
    DROP
  }

  static ImageRule read(YamlMap fields) {
    return new ImageRule(fields.word("action", Action.class), Authority.of(fields));
  }
}
