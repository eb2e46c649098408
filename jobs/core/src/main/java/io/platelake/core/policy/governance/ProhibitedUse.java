package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.YamlMap;
import java.util.List;

/**
 * Something readers and their data may never serve.
 *
 * @param title name for people
 * @param terms words that betray such a use in a stated reason, in lower case: whole words, in this
 *     order; a person decides
 * @param alone words that betray it when they are the whole reason
 * @param authority where it comes from
 */
public record ProhibitedUse(
    String title, List<String> terms, List<String> alone, Authority authority) {

  public static ProhibitedUse read(YamlMap fields) {
    return new ProhibitedUse(
        fields.text("title"),
        fields.optionalTexts("terms"),
        fields.optionalTexts("alone"),
        Authority.of(fields));
  }
}
