package io.platelake.core.match.rule;

import io.platelake.core.match.index.EntryIndex;
import io.platelake.core.match.index.PatternIndex;
import io.platelake.core.match.score.ConfusionMatrix;
import io.platelake.core.match.score.HitScorer;
import io.platelake.core.match.score.PassingTraffic;
import io.platelake.core.match.score.Score;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlatePattern;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyReader;
import io.platelake.core.policy.matching.AlertRules;
import io.platelake.core.policy.matching.MatchingRules;
import io.platelake.core.policy.matching.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One read against one stolen-vehicle entry, under the Washington city policy as it ships. */
final class WrongfulStops {
  private static final String PURPOSE = "criminal";

  private final AlertRule alerts;
  private final EquivalenceRule equivalence;
  private final OcrClasses classes;

  WrongfulStops() {
    Policy policy = policy();
    AlertRules rules = policy.alertRules(PURPOSE).orElseThrow();
    alerts =
        new AlertRule(
            policy.alerts().keySet(),
            rules.categories(),
            Map.of(),
            rules.tiers().stream()
                .map(tier -> PlateTier.valueOf(tier.name()))
                .collect(Collectors.toSet()),
            rules.allowUnknownState(),
            rules.allowUnknownVehicle());
    MatchingRules matching = policy.matchingRules();
    equivalence =
        new EquivalenceRule(
            matching.minLength(), matching.maxLength(), matching.maxSubstitutions());
    classes = OcrClasses.of(matching.ocrClasses());
  }

  /** A read or an entry; null for unknown. */
  record Side(String plate, String state, String make, String body) {
    long key() {
      return PlateKey.pack(plate);
    }

    Description described() {
      return new Description(state, new VehicleTraits(make, null, null, body));
    }
  }

  /** The verdicts, what they mean, and what speaks for a near plate. */
  record Match(
      PlateTier tier,
      StateVerdict state,
      VehicleVerdict vehicle,
      AlertDecision decision,
      NearEvidence evidence,
      Score score) {

    @Override
    public String toString() {
      return tier + " " + state + " " + vehicle + " " + decision.reasonCode();
    }
  }

  Match match(Side read, Side entry) {
    return match(read, entry, false);
  }

  Match matchOfListWithoutLetterO(Side read, Side entry) {
    return match(read, entry, true);
  }

  private Match match(Side read, Side entry, boolean letterOAsZero) {
    BitSet zero = new BitSet();
    zero.set(0, letterOAsZero);
    EntryIndex index =
        EntryIndex.of(
            new long[] {entry.key()}, zero, equivalence, classes, Optional.of(NearRuleTest.USUAL));
    PlateTier[] found = {null};
    index.find(read.key(), (ordinal, tier, edits) -> found[0] = tier);
    StateVerdict state = StateVerdict.judge(read.state, entry.state);
    VehicleVerdict vehicle =
        VehicleVerdict.judge(read.described().traits(), entry.described().traits());
    Score score =
        HitScorer.of(ConfusionMatrix.PRIOR, PassingTraffic.DEFAULT)
            .score(read.key(), entry.key(), letterOAsZero, state, vehicle);
    return new Match(
        found[0],
        state,
        vehicle,
        alerts.decide(
            "stolen_vehicle", null, found[0], state, vehicle, score.probability(), PURPOSE),
        NearRuleTest.USUAL.evidence(false, state, vehicle, 0.9),
        score);
  }

  /** A read that fits part of a plate, and whether that is worth a hit. */
  record PartMatch(
      boolean lead, StateVerdict state, VehicleVerdict vehicle, AlertDecision decision) {
    @Override
    public String toString() {
      return PlateTier.PARTIAL + " " + state + " " + vehicle + " " + decision.reasonCode();
    }
  }

  /** Null when the plate does not fit. */
  PartMatch matchPart(String pattern, String entryState, String make, Side read) {
    PlatePattern part = PlatePattern.of(pattern, false, PlatePattern.MIN_FIXED);
    boolean[] found = {false};
    PatternIndex.of(List.of(part)).find(read.key(), (ordinal, tier, edits) -> found[0] = true);
    if (!found[0]) {
      return null;
    }
    VehicleTraits wanted = new VehicleTraits(make, null, null, null);
    StateVerdict state = StateVerdict.judge(read.state, entryState);
    VehicleVerdict vehicle = VehicleVerdict.judge(read.described().traits(), wanted);
    return new PartMatch(
        new PartialRule(4, 0.5, 20).fits(state, vehicle, wanted),
        state,
        vehicle,
        lenient(PlateTier.PARTIAL, state, vehicle));
  }

  /** As the policy decides that lets every tier alert that a policy can name. */
  AlertDecision lenient(PlateTier tier, StateVerdict state, VehicleVerdict vehicle) {
    Set<PlateTier> tiers =
        Arrays.stream(Tier.values())
            .map(named -> PlateTier.valueOf(named.name()))
            .collect(Collectors.toSet());
    return new AlertRule(alerts.purposes(), alerts.categories(), Map.of(), tiers, true, true)
        .decide("stolen_vehicle", null, tier, state, vehicle, 1, PURPOSE);
  }

  private static Policy policy() {
    Path file =
        Path.of(
            System.getProperty("basedir", "."), "..", "..", "schemas", "policies", "wa-city.yaml");
    try {
      return PolicyReader.read(Files.readString(file), "wa-city.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
