package io.platelake.app.hold;

import io.platelake.app.ledger.hold.HoldOrder;
import io.platelake.core.Refusal;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.retention.HoldRule;
import java.util.TreeSet;

/** Whether a policy allows a hold. */
final class HoldAllowance {
  private HoldAllowance() {}

  /**
   * @throws Refusal if the policy allows no such hold
   */
  static void check(HoldOrder hold, Policy policy) {
    HoldRule rule = policy.holdRule(hold.kind());
    String what = "Hold " + hold.id();
    for (String purpose : hold.selector().purposes()) {
      if (!rule.purposes().contains(purpose)) {
        throw new Refusal(
            what,
            "a hold of kind "
                + hold.kind()
                + " may not reach purpose "
                + purpose
                + " under policy "
                + policy.id(),
            "Name only " + new TreeSet<>(rule.purposes()) + ".");
      }
    }
    boolean allowed =
        rule.categories().isEmpty()
            || hold.category().filter(rule.categories()::contains).isPresent();
    if (!allowed) {
      throw new Refusal(
          what,
          "a hold of kind " + hold.kind() + " needs an offence category the policy allows",
          "Set category to one of " + new TreeSet<>(rule.categories()) + ".");
    }
  }
}
