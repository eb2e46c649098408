package io.platelake.core.match.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.match.rule.StateVerdict;
import io.platelake.core.match.rule.VehicleVerdict;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlatePattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialScoreTest {
  private static final HitScorer SCORER =
      HitScorer.of(ConfusionMatrix.PRIOR, PassingTraffic.DEFAULT);
  private static final long READ = PlateKey.pack("ABC1234");

  /** Three letters are 1 in 17,576; a segment of three between two runs lies at five places. */
  @ParameterizedTest
  @CsvSource({
    "ABC????, 17576, 1",
    "ABC*, 17576, 1",
    "*234, 1000, 1",
    "ABC?234, 17576000, 1",
    "*BC1*, 6760, 5",
    "A*1*4, 2600, 5",
  })
  void shouldCountWhatAPatternLeavesOpen(String pattern, double serials, double places) {
    assertEquals(places / serials, PatternChance.of(PlatePattern.of(pattern, false, 3)), 1e-12);
  }

  @Property
  void shouldScoreLowerWhatKnowsLess(@ForAll("places") int place, @ForAll("places") int other) {
    String less = masked(masked("ABC1234", place), other);
    for (String more : new String[] {masked("ABC1234", place), masked("ABC1234", other)}) {
      assertTrue(score(less) <= score(more), less + " and " + more);
      assertEquals(less.equals(more), score(less) == score(more), less + " and " + more);
    }
  }

  @Test
  void shouldScoreHigherTheMoreSpeaksForIt() {
    PlatePattern pattern = PlatePattern.of("ABC12?4", false, 3);
    Score both = score(pattern, StateVerdict.SAME, VehicleVerdict.CONSISTENT);
    Score state = score(pattern, StateVerdict.SAME, VehicleVerdict.UNKNOWN);
    Score none = score(pattern, StateVerdict.UNKNOWN, VehicleVerdict.UNKNOWN);
    assertTrue(both.probability() > state.probability());
    assertTrue(state.probability() > none.probability());
    assertEquals(0, both.support());
    // One whole plate says more than any part of it.
    Score whole = SCORER.score(READ, READ, false, StateVerdict.SAME, VehicleVerdict.CONSISTENT);
    assertTrue(whole.probability() > both.probability());
  }

  /** Six million vehicles over 17,576 beginnings: some 340 of them fit. */
  @Test
  void shouldGiveLittleToAPatternThatHundredsFit() {
    Score wide =
        score(PlatePattern.of("ABC*", false, 3), StateVerdict.SAME, VehicleVerdict.CONSISTENT);
    assertTrue(wide.probability() < 0.05, String.valueOf(wide.probability()));
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 6);
  }

  private static String masked(String plate, int place) {
    return plate.substring(0, place) + "?" + plate.substring(place + 1);
  }

  private static double score(String pattern) {
    return score(PlatePattern.of(pattern, false, 3), StateVerdict.UNKNOWN, VehicleVerdict.UNKNOWN)
        .probability();
  }

  private static Score score(PlatePattern pattern, StateVerdict state, VehicleVerdict vehicle) {
    return SCORER.partial(READ, pattern, state, vehicle);
  }
}
