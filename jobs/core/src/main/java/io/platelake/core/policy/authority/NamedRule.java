package io.platelake.core.policy.authority;

import io.platelake.core.yaml.YamlMap;

/**
 * A rule that is only a name on a list: a sharing basis, a blocked recipient, a report item.
 *
 * @param title what the name stands for, for people
 * @param authority where it comes from
 */
public record NamedRule(String title, Authority authority) {
  public static NamedRule read(YamlMap fields) {
    return new NamedRule(fields.text("title"), Authority.of(fields));
  }
}
