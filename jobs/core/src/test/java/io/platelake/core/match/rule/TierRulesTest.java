package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TierRulesTest {
  private static final Optional<NearRule> NEAR = Optional.of(new NearRule(5, 0.5, 0.8));
  private static final Optional<PartialRule> PARTIAL = Optional.of(new PartialRule(4, 0.3, 20));
  private static final Optional<VehicleRule> VEHICLE = Optional.of(new VehicleRule(5));

  @Test
  void shouldLookAtCandidatesThatAnyRuleMayAskFor() {
    assertEquals(1, TierRules.NONE.leastCandidateShare());
    assertEquals(0.5, rules(NEAR, Optional.empty()).leastCandidateShare());
    assertEquals(0.3, rules(Optional.empty(), PARTIAL).leastCandidateShare());
    assertEquals(0.3, rules(NEAR, PARTIAL).leastCandidateShare());
  }

  @Test
  void shouldLeaveOutNearPlatesForEntriesWithoutAWholePlate() {
    TierRules others = rules(NEAR, PARTIAL).forOtherEntries();
    assertEquals(Optional.empty(), others.near());
    assertEquals(PARTIAL, others.partial());
    assertEquals(VEHICLE, others.vehicleOnly());
  }

  private static TierRules rules(Optional<NearRule> near, Optional<PartialRule> partial) {
    return new TierRules(near, partial, VEHICLE);
  }
}
