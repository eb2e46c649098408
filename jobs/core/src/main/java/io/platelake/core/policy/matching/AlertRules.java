package io.platelake.core.policy.matching;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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
 * @param leastScores per tier the score, 0 to 1, below which a hit is kept and is no alert; none
 *     for most. An exact plate whose state is the same alerts whatever its score
 * @param certaintyAuthority where these four come from
 */
public record AlertRules(
    Set<String> categories,
    Authority authority,
    Set<Tier> tiers,
    boolean allowUnknownState,
    boolean allowUnknownVehicle,
    Map<Tier, Double> leastScores,
    Authority certaintyAuthority) {

  public AlertRules {
    for (Tier tier : leastScores.keySet()) {
      if (!tiers.contains(tier)) {
        throw new InvalidRule(
            "certainty.least_score." + word(tier),
            "limits a tier that never alerts",
            "Remove it, or add the tier to tiers");
      }
    }
  }

  public static AlertRules read(YamlMap fields) {
    Certainty certainty = fields.read("certainty", Certainty::read);
    return new AlertRules(
        Set.copyOf(fields.words("categories")),
        Authority.of(fields),
        certainty.tiers,
        certainty.allowUnknownState,
        certainty.allowUnknownVehicle,
        certainty.leastScores,
        certainty.authority);
  }

  private record Certainty(
      Set<Tier> tiers,
      boolean allowUnknownState,
      boolean allowUnknownVehicle,
      Map<Tier, Double> leastScores,
      Authority authority) {
    public static Certainty read(YamlMap fields) {
      return new Certainty(
          Set.copyOf(fields.words("tiers", Tier.class)),
          fields.flag("allow_unknown_state"),
          fields.flag("allow_unknown_vehicle"),
          fields.optional("least_score", AlertRules::leastScores).orElse(Map.of()),
          Authority.of(fields));
    }
  }

  private static Map<Tier, Double> leastScores(YamlMap fields) {
    EnumMap<Tier, Double> scores = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      String key = word(tier);
      if (fields.has(key)) {
        double score = fields.number(key);
        InvalidRule.requireShare(key, score);
        scores.put(tier, score);
      }
    }
    return Map.copyOf(scores);
  }

  private static String word(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }
}
