package io.platelake.core.detect;

import io.platelake.core.access.AccessRegisters;
import io.platelake.core.policy.Policy;
import io.platelake.core.register.RegisterHistory;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The registers of one agency as detectors ask them; one that is absent is empty. */
public final class ScreenRegisters {
  private final AccessRegisters access;
  private final boolean knowsUsers;
  private final boolean knowsTraining;
  private final DutyRoster roster;
  private final OutsideBodies bodies;
  private final Map<String, String> units;

  /**
   * @param registers history of each, by name
   */
  public ScreenRegisters(Policy policy, Map<String, RegisterHistory> registers) {
    this.access = new AccessRegisters(registers, Map.of());
    RegisterHistory users = registers.getOrDefault("users", RegisterHistory.EMPTY);
    this.knowsUsers = !users.keys().isEmpty();
    this.knowsTraining =
        !registers.getOrDefault("training", RegisterHistory.EMPTY).keys().isEmpty();
    this.roster = new DutyRoster(registers.getOrDefault("duty_roster", RegisterHistory.EMPTY));
    this.bodies =
        new OutsideBodies(
            policy,
            registers.getOrDefault("recipients", RegisterHistory.EMPTY),
            registers.getOrDefault("agreements", RegisterHistory.EMPTY));
    this.units =
        users.keys().stream()
            .filter(key -> users.entries(key).get(0).find("unit").isPresent())
            .collect(
                Collectors.toUnmodifiableMap(
                    key -> key, key -> users.entries(key).get(0).values().get("unit")));
  }

  AccessRegisters access() {
    return access;
  }

  boolean knowsUsers() {
    return knowsUsers;
  }

  boolean knowsTraining() {
    return knowsTraining;
  }

  DutyRoster roster() {
    return roster;
  }

  OutsideBodies bodies() {
    return bodies;
  }

  /** Unit of an account, for comparisons; empty text where none is registered. */
  String unit(String account) {
    return units.getOrDefault(account, "");
  }

  /** Accounts that last at an instant. */
  public Set<String> accounts(Instant at) {
    return access.at(at).stream().map(a -> a.account()).collect(Collectors.toUnmodifiableSet());
  }
}
