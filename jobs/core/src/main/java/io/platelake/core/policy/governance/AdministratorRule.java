package io.platelake.core.policy.governance;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.YamlMap;

/**
 * Who answers for the readers and their data.
 *
 * @param title rank or office of that person
 * @param authority where it comes from
 */
public record AdministratorRule(String title, Authority authority) {

  public static AdministratorRule read(YamlMap fields) {
    return new AdministratorRule(fields.text("title"), Authority.of(fields));
  }
}
