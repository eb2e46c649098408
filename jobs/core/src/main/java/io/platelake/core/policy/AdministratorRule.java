package io.platelake.core.policy;

/**
 * Who answers for the readers and their data.
 *
 * @param title rank or office of that person
 * @param authority where it comes from
 */
public record AdministratorRule(String title, Authority authority) {

  static AdministratorRule read(Fields fields) {
    return new AdministratorRule(fields.text("title"), fields.authority());
  }
}
