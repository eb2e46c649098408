package io.platelake.app.pass;

import io.platelake.app.ledger.purge.OpenDates;
import java.util.Map;
import java.util.Objects;

/**
 * The reads of one purpose that one run takes together, each agency's under its own policy.
 *
 * @param open dates of each agency that no purge has closed
 * @param policies by agency, of every agency with a date
 */
record PassScope(OpenDates open, Map<String, PassPolicy> policies) {

  PassScope {
    Objects.requireNonNull(open, "open");
    policies = Map.copyOf(policies);
    if (!policies.keySet().containsAll(open.agencies())) {
      throw new IllegalArgumentException("an agency has dates and no policy");
    }
  }

  String purpose() {
    return open.purpose();
  }
}
