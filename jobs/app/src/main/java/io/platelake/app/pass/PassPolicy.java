package io.platelake.app.pass;

import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.plate.OcrClasses;
import java.io.Serializable;
import java.util.Objects;

/**
 * What an agency's policy says about passes.
 *
 * @param version version of the policy in force, for the rows
 * @param classes characters that it says readers confuse
 */
record PassPolicy(String version, OcrClasses classes) implements Serializable {
  PassPolicy {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(classes, "classes");
  }

  /**
   * @throws io.platelake.core.Refusal if the policy has no rules of matching
   */
  static PassPolicy of(PolicyInForce adopted) {
    return new PassPolicy(
        adopted.version(), OcrClasses.of(adopted.policy().matchingRules().ocrClasses()));
  }
}
