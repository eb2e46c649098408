package io.platelake.core.match.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.plate.PlateKey;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfusionMatrixTest {
  private static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @Test
  void shouldLearnWhatBecameOfEachCharacter() {
    ConfusionCounts counts = new ConfusionCounts();
    assertTrue(counts.learn(key("ABC7234"), key("ABC2234")));
    assertTrue(counts.learn(key("BC1234"), key("ABC1234")));
    assertTrue(counts.learn(key("ABC12345"), key("ABC1234")));
    assertTrue(counts.learn(key("ABC1234"), key("ABC1234")));
    assertEquals(4, counts.pairs());
    assertEquals(1, counts.read('2', '7'));
    assertEquals(4, counts.read('2', '2'));
    assertEquals(1, counts.lost('A'));
    assertEquals(3, counts.read('A', 'A'));
    assertEquals(1, counts.added('5'));
    assertEquals(28, counts.characters());
    assertEquals(3, counts.errors());
  }

  @ParameterizedTest
  @CsvSource({"ABC1234, XYZ9876", "ABC1234, ABC987X", "AB, CD"})
  void shouldNotTakeAnotherPlateForAMisread(String read, String truth) {
    ConfusionCounts counts = new ConfusionCounts();
    assertFalse(counts.learn(key(read), key(truth)));
    assertEquals(0, counts.pairs());
    assertEquals(0, counts.read('A', 'A'));
  }

  @Test
  void shouldSumUpCountsOfSeveralAndStoreThem() {
    ConfusionCounts a = new ConfusionCounts();
    a.learn(key("ABC7234"), key("ABC2234"));
    ConfusionCounts b = ConfusionCounts.of(a.pairs(), a.toArray());
    b.add(a);
    assertEquals(2, b.pairs());
    assertEquals(2, b.read('2', '7'));
    assertEquals(1, a.read('2', '7'));
  }

  @Test
  void shouldStartFromMeasuredRates() {
    assertEquals(0.19, ConfusionMatrix.PRIOR.read('O', 'D'), 1e-9);
    assertEquals(0.013, ConfusionMatrix.PRIOR.read('0', 'D'), 1e-9);
    assertEquals(0.04, ConfusionMatrix.PRIOR.lost('8'), 1e-9);
    assertTrue(ConfusionMatrix.PRIOR.read('O', 'O') > 0.6);
    assertEquals(0, ConfusionMatrix.PRIOR.support());
    // 86 % of plates were read right.
    double right =
        List.of("ABC1234", "7KTM482", "FGX0358", "BHL9216").stream()
            .mapToDouble(p -> ConfusionMatrix.PRIOR.likelihood(key(p), key(p), false))
            .average()
            .orElseThrow();
    assertEquals(0.86, right, 0.05);
  }

  @Test
  void shouldSpreadOneOverAllReadingsOfAPlate() {
    double sum = ConfusionMatrix.PRIOR.likelihood(0, key("O8"), false);
    double twoOrMoreAdded = 1e-5;
    for (String reading : readings(3)) {
      sum += ConfusionMatrix.PRIOR.likelihood(key(reading), key("O8"), false);
    }
    assertEquals(1, sum, twoOrMoreAdded * 10);
    assertTrue(sum <= 1);
  }

  @Test
  void shouldTakeAZeroOfAListWithoutLetterOForEither() {
    double asZero = ConfusionMatrix.PRIOR.likelihood(key("A0"), key("A0"), false);
    double asLetter = ConfusionMatrix.PRIOR.likelihood(key("A0"), key("AO"), false);
    double either = ConfusionMatrix.PRIOR.likelihood(key("A0"), key("A0"), true);
    assertEquals((asZero + asLetter) / 2, either, 1e-12);
  }

  @Test
  void shouldForgetThePriorAsCountsGrow() {
    ConfusionCounts counts = new ConfusionCounts();
    double before = ConfusionMatrix.of(counts, ConfusionMatrix.PRIOR).read('2', '7');
    for (int i = 0; i < 1000; i++) {
      counts.learn(key(i % 4 == 0 ? "ABC7345" : "ABC2345"), key("ABC2345"));
    }
    ConfusionMatrix after = ConfusionMatrix.of(counts, ConfusionMatrix.PRIOR);
    assertTrue(before < 0.001);
    assertEquals(0.25, after.read('2', '7'), 0.03);
    assertEquals(1000, after.support());
  }

  @Test
  void shouldFallBackOnAllModelsWhereOneHasFewPairs() {
    CameraConfusions cameras = new CameraConfusions();
    for (int i = 0; i < 2000; i++) {
      cameras.learn("many", key("ABC7345"), key("ABC2345"));
    }
    cameras.learn("few", key("ABC2345"), key("ABC2345"));
    CameraConfusions merged = new CameraConfusions();
    merged.add(cameras);
    merged.learn(null, key("ABC2345"), key("ABC2345"));

    double all = merged.matrix().read('2', '7');
    assertTrue(all > 0.9);
    assertEquals(all, merged.matrix("few").read('2', '7'), 0.02);
    assertTrue(merged.matrix("few").read('2', '7') < all);
    assertEquals(all, merged.matrix("unheard of").read('2', '7'));
    assertEquals(1, merged.matrix("few").ownSupport());
    assertEquals(2000, merged.matrix("many").ownSupport());
    assertEquals(0, merged.matrix("unheard of").ownSupport());
    assertEquals(0, merged.matrix(null).ownSupport());
    for (String model : new String[] {"few", "many", "unheard of", null}) {
      assertEquals(2002, merged.matrix(model).support());
    }
    assertEquals(2002, merged.matrix().support());
    assertEquals(3, merged.counts().size());
  }

  @Test
  void shouldNotCountAModelsPairsTwiceWhenItIsTheOnlyOne() {
    CameraConfusions only = new CameraConfusions();
    for (int i = 0; i < 20; i++) {
      only.learn("only", key("ABC7345"), key("ABC2345"));
    }
    assertEquals(only.matrix().read('2', '7'), only.matrix("only").read('2', '7'));
    assertEquals(20, only.matrix("only").support());
  }

  @Property(tries = 300)
  void shouldGiveEveryReadingAProbability(@ForAll("plates") String a, @ForAll("plates") String b) {
    double likelihood = ConfusionMatrix.PRIOR.likelihood(key(a), key(b), false);
    assertTrue(likelihood >= 0 && likelihood <= 1);
    assertTrue(ConfusionMatrix.PRIOR.likelihood(key(b), key(b), false) >= likelihood);
  }

  @Provide
  Arbitrary<String> plates() {
    return Arbitraries.strings().withChars(ALL).ofMinLength(1).ofMaxLength(8);
  }

  private static long key(String plate) {
    return PlateKey.pack(plate);
  }

  private static List<String> readings(int longest) {
    List<String> all = new ArrayList<>();
    List<String> last = List.of("");
    for (int length = 1; length <= longest; length++) {
      List<String> next = new ArrayList<>();
      for (String start : last) {
        ALL.chars().forEach(c -> next.add(start + (char) c));
      }
      all.addAll(next);
      last = next;
    }
    return all;
  }
}
