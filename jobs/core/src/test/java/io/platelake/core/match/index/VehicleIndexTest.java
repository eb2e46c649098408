package io.platelake.core.match.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.match.rule.VehicleRule;
import io.platelake.core.match.rule.VehicleTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VehicleIndexTest {
  @Property(tries = 500)
  void shouldFindWhatTryingEachDescriptionFinds(
      @ForAll @Size(max = 30) List<@From("descriptions") Description> entries,
      @ForAll @Size(10) List<@From("descriptions") Description> reads) {
    VehicleIndex index = VehicleIndex.of(entries);
    for (Description read : reads) {
      List<Integer> expected =
          IntStream.range(0, entries.size())
              .filter(
                  i ->
                      VehicleRule.fits(
                          read.traits(),
                          read.state(),
                          entries.get(i).traits(),
                          entries.get(i).state()))
              .boxed()
              .toList();
      // A read without make, model or colour fits none, so it need not be looked up.
      assertEquals(expected, found(index, read));
    }
  }

  @Test
  void shouldFindATwoToneVehicleOnce() {
    VehicleIndex index =
        VehicleIndex.of(List.of(described(null, "ford", "f150", "red/white/red", null)));
    assertEquals(List.of(0), found(index, described("WA", "ford", "f150", "white/red", "truck")));
    assertEquals(List.of(0), found(index, described(null, "ford", "f150", "red", null)));
    assertEquals(List.of(), found(index, described(null, "ford", "f150", "blue", null)));
  }

  @Provide
  Arbitrary<Description> descriptions() {
    return Combinators.combine(
            Arbitraries.of("WA", "OR", null),
            Arbitraries.of("ford", "kia", null),
            Arbitraries.of("a", "b", null),
            Arbitraries.of("red", "blue", "red/blue", "blue/white", "white/red/blue", null),
            Arbitraries.of("suv", null))
        .as(VehicleIndexTest::described);
  }

  private static Description described(
      String state, String make, String model, String color, String body) {
    return new Description(state, new VehicleTraits(make, model, color, body));
  }

  private static List<Integer> found(VehicleIndex index, Description read) {
    List<Integer> found = new ArrayList<>();
    index.find(
        read,
        (ordinal, tier, edits) -> {
          assertEquals(PlateTier.VEHICLE, tier);
          found.add(ordinal);
        });
    return found.stream().sorted().toList();
  }
}
