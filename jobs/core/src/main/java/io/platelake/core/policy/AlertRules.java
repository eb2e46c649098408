package io.platelake.core.policy;

import java.util.Set;

/**
 * Which hits of one purpose may become real-time alerts. A state known to differ or a vehicle known
 * to be inconsistent never alerts.
 *
 * @param categories hot-list categories that may alert
 * @param authority where that comes from
 * @param tiers plate tiers that may alert
 * @param allowUnknownState whether a hit may alert when the state of read or entry is unknown
 * @param allowUnknownVehicle the same for make, model and colour
 * @param certaintyAuthority where these three come from
 */
public record AlertRules(
    Set<String> categories,
    Authority authority,
    Set<Tier> tiers,
    boolean allowUnknownState,
    boolean allowUnknownVehicle,
    Authority certaintyAuthority) {

  static AlertRules read(Fields fields) {
    Certainty certainty = fields.read("certainty", Certainty::read);
    return new AlertRules(
        Set.copyOf(fields.words("categories")),
        fields.authority(),
        certainty.tiers,
        certainty.allowUnknownState,
        certainty.allowUnknownVehicle,
        certainty.authority);
  }

  private record Certainty(
      Set<Tier> tiers,
      boolean allowUnknownState,
      boolean allowUnknownVehicle,
      Authority authority) {
    static Certainty read(Fields fields) {
      return new Certainty(
          Set.copyOf(fields.words("tiers", Tier.class)),
          fields.flag("allow_unknown_state"),
          fields.flag("allow_unknown_vehicle"),
          fields.authority());
    }
  }
}
