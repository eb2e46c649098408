package io.platelake.core.policy;

/**
 * How often the policy itself is reviewed.
 *
 * @param every the longest time between two reviews
 * @param authority where it comes from
 */
public record ReviewRule(Period every, Authority authority) {

  static ReviewRule read(Fields fields) {
    return new ReviewRule(fields.read("every", Period::read), fields.authority());
  }
}
