package io.platelake.core.match.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlatePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PatternIndexTest {
  @Property(tries = 500)
  void shouldFindWhatTryingEachPatternFinds(
      @ForAll @Size(max = 40) List<@From("patterns") String> texts,
      @ForAll @Size(10) List<@From("plates") String> plates,
      @ForAll boolean letterOAsZero) {
    List<PlatePattern> patterns =
        texts.stream().map(text -> PlatePattern.of("A" + text, letterOAsZero, 1)).toList();
    List<PlatePattern> turned =
        texts.stream().map(text -> PlatePattern.of(text + "1*", letterOAsZero, 1)).toList();
    for (List<PlatePattern> some : List.of(patterns, turned)) {
      PatternIndex index = PatternIndex.of(some);
      for (String plate : plates) {
        long key = PlateKey.pack(plate);
        List<Integer> expected =
            IntStream.range(0, some.size()).filter(i -> some.get(i).matches(key)).boxed().toList();
        assertEquals(expected, found(index, key));
      }
    }
  }

  /** The oracle knows nothing of packed keys. */
  @Property(tries = 500)
  void shouldFindWhatRegularExpressionsFind(
      @ForAll @Size(max = 40) List<@From("patterns") String> texts,
      @ForAll @Size(10) List<@From("plates") String> plates) {
    List<PlatePattern> patterns =
        texts.stream().map(text -> PlatePattern.of("0" + text, false, 1)).toList();
    PatternIndex index = PatternIndex.of(patterns);
    for (String plate : plates) {
      List<Integer> expected =
          IntStream.range(0, texts.size())
              .filter(i -> plate.matches("0" + texts.get(i).replace("?", ".").replace("*", ".*")))
              .boxed()
              .toList();
      assertEquals(expected, found(index, PlateKey.pack(plate)));
    }
  }

  @Test
  void shouldFindNothingForNoPlate() {
    PatternIndex index = PatternIndex.of(List.of(PlatePattern.of("ABC*", false, 3)));
    assertEquals(List.of(), found(index, 0));
    assertEquals(List.of(0), found(index, PlateKey.pack("ABC")));
  }

  @Test
  void shouldRefuseAPatternThatFitsEveryPlate() {
    List<PlatePattern> all = List.of(PlatePattern.of("*?", false, 0));
    assertThrows(IllegalArgumentException.class, () -> PatternIndex.of(all));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("A01?*").ofMaxLength(6);
  }

  @Provide
  Arbitrary<String> plates() {
    return Arbitraries.strings().withChars("AO01").ofMinLength(1).ofMaxLength(8);
  }

  private static List<Integer> found(PatternIndex index, long key) {
    List<Integer> found = new ArrayList<>();
    index.find(
        key,
        (ordinal, tier, edits) -> {
          assertTrue(tier == PlateTier.PARTIAL && edits == 0);
          found.add(ordinal);
        });
    return found.stream().sorted().toList();
  }
}
