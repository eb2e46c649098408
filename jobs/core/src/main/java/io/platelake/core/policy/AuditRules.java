package io.platelake.core.policy;

import java.util.List;

/**
 * How often the agency audits itself, and what an audit covers.
 *
 * @param every the longest time between two audits
 * @param covers subjects of an audit
 * @param authority where it comes from
 */
public record AuditRules(Period every, List<String> covers, Authority authority) {

  static AuditRules read(Fields fields) {
    return new AuditRules(
        fields.read("every", Period::read), fields.words("covers"), fields.authority());
  }
}
