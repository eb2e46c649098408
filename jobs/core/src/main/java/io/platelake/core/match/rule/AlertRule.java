package io.platelake.core.match.rule;

import io.platelake.core.BadInput;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which matches a policy lets become alerts (Washington policy, sections 3.1 and 3.4: alerts only
 * for the named categories, and none outside that purpose).
 *
 * @param purposes purposes that have alerts at all
 * @param categories entry categories that may alert
 * @param offenceClasses per category the offence classes it is limited to; a category without an
 *     entry here, or with an empty one, needs none
 * @param tiers how plates must agree; never {@link PlateTier#VEHICLE}
 * @param allowUnknownState whether a match without a state on either side may alert; never one of
 *     {@link PlateTier#PARTIAL}
 * @param allowUnknownVehicle whether a match without a comparable vehicle trait may alert; never
 *     one of {@link PlateTier#PARTIAL}
 * @param leastScores per tier the score, 0 to 1, below which a match is no alert; a tier without
 *     one needs none, and an exact plate of the same state never does: that the list names it is
 *     known then, and all a low score could say is that its camera errs often
 */
public record AlertRule(
    Set<String> purposes,
    Set<String> categories,
    Map<String, Set<String>> offenceClasses,
    Set<PlateTier> tiers,
    boolean allowUnknownState,
    boolean allowUnknownVehicle,
    Map<PlateTier, Double> leastScores)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public AlertRule {
    purposes = Set.copyOf(purposes);
    categories = Set.copyOf(categories);
    tiers = Set.copyOf(tiers);
    leastScores = Map.copyOf(leastScores);
    offenceClasses =
        offenceClasses.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty())
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    if (tiers.contains(PlateTier.VEHICLE)) {
      throw new BadInput(
          "tiers that may alert",
          "a description without a plate is among them",
          "Leave " + PlateTier.VEHICLE + " out: thousands of vehicles fit a description.");
    }
    for (String limited : offenceClasses.keySet()) {
      if (!categories.contains(limited)) {
        throw new BadInput(
            "offence classes of category " + limited,
            "the category is not among those that may alert",
            "List the category, or remove its offence classes.");
      }
    }
  }

  /** A rule that asks for no score. */
  public AlertRule(
      Set<String> purposes,
      Set<String> categories,
      Map<String, Set<String>> offenceClasses,
      Set<PlateTier> tiers,
      boolean allowUnknownState,
      boolean allowUnknownVehicle) {
    this(
        purposes,
        categories,
        offenceClasses,
        tiers,
        allowUnknownState,
        allowUnknownVehicle,
        Map.of());
  }

  /**
   * Decides one match. The purpose is asked first and the score last, so that the recorded reason
   * is the most basic one. A null category or offence class is never an allowed one; a state or a
   * vehicle that differs never alerts, whatever the score.
   *
   * @param score probability that the read is the wanted vehicle, 0 to 1
   */
  public AlertDecision decide(
      String category,
      String offenceClass,
      PlateTier tier,
      StateVerdict state,
      VehicleVerdict vehicle,
      double score,
      String purpose) {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(vehicle, "vehicle");
    AlertReason reason = reason(category, offenceClass, tier, state, vehicle, purpose);
    return new AlertDecision(
        reason == AlertReason.ALERT && isTooLow(score, tier, state)
            ? AlertReason.SCORE_TOO_LOW
            : reason);
  }

  private boolean isTooLow(double score, PlateTier tier, StateVerdict state) {
    boolean exempt = tier == PlateTier.EXACT && state == StateVerdict.SAME;
    return !exempt && score < leastScores.getOrDefault(tier, 0.0);
  }

  private AlertReason reason(
      String category,
      String offenceClass,
      PlateTier tier,
      StateVerdict state,
      VehicleVerdict vehicle,
      String purpose) {
    if (purpose == null || !purposes.contains(purpose)) {
      return AlertReason.PURPOSE_HAS_NO_ALERTS;
    }
    if (category == null || !categories.contains(category)) {
      return AlertReason.CATEGORY_NOT_ALLOWED;
    }
    Set<String> classes = offenceClasses.get(category);
    if (classes != null && (offenceClass == null || !classes.contains(offenceClass))) {
      return AlertReason.OFFENCE_CLASS_NOT_ALLOWED;
    }
    if (tier == null || !tiers.contains(tier)) {
      return AlertReason.TIER_NOT_ALLOWED;
    }
    if (state == StateVerdict.DIFFERENT) {
      return AlertReason.STATE_DIFFERS;
    }
    // Part of a plate fits many vehicles: the rest has to be known, whatever else may be unknown.
    boolean part = tier == PlateTier.PARTIAL;
    if (state == StateVerdict.UNKNOWN && (part || !allowUnknownState)) {
      return AlertReason.STATE_UNKNOWN;
    }
    if (vehicle == VehicleVerdict.INCONSISTENT) {
      return AlertReason.VEHICLE_DIFFERS;
    }
    if (vehicle == VehicleVerdict.UNKNOWN && (part || !allowUnknownVehicle)) {
      return AlertReason.VEHICLE_UNKNOWN;
    }
    return AlertReason.ALERT;
  }
}
