package io.platelake.core.policy;

/**
 * A rule that is only a name on a list: a sharing basis, a blocked recipient, a report item.
 *
 * @param title what the name stands for, for people
 * @param authority where it comes from
 */
public record NamedRule(String title, Authority authority) {
  static NamedRule read(Fields fields) {
    return new NamedRule(fields.text("title"), fields.authority());
  }
}
