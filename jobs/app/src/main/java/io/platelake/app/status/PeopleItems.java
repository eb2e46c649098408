package io.platelake.app.status;

import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.access.AccessRegisters;
import io.platelake.core.access.OverduePeople;
import io.platelake.core.register.RegisterHistory;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may use the lake: whether anybody is registered, and what is overdue about it. */
final class PeopleItems {
  private PeopleItems() {}

  static List<StatusItem> of(Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
    List<StatusItem> items = new ArrayList<>();
    Map<String, RegisterHistory> users =
        RegisterLedger.isEmpty(lake)
            ? Map.of()
            : RegisterLedger.histories(lake, RegisterLedger.USERS, asOf);
    if (users.isEmpty()) {
      items.add(
          new StatusItem(
              StatusItem.State.OK,
              "principals",
              "no register of users: every name is taken at its word"));
      return items;
    }
    for (PolicyInForce policy : policies.values()) {
      if (!users.containsKey(policy.agency())) {
        continue;
      }
      AccessRegisters registers = RegisterLedger.access(lake, policy.agency(), asOf, Map.of());
      items.add(
          new StatusItem(
              StatusItem.State.OK,
              "principals of " + policy.agency(),
              registers.at(asOf).size() + " registered accounts"));
      OverduePeople.of(policy.policy(), registers, asOf)
          .forEach(
              due ->
                  items.add(
                      new StatusItem(
                          StatusItem.State.OVERDUE,
                          due.subject() + " of " + policy.agency(),
                          due.says())));
    }
    return items;
  }
}
