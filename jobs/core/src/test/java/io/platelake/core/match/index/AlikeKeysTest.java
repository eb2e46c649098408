package io.platelake.core.match.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.match.rule.EquivalenceRule;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AlikeKeysTest {
  private static final String LETTERS = "0ODQ1IAB8X";

  @Test
  void shouldSpellOutWhatIsEquivalent() {
    EntryIndex index = index(new EquivalenceRule(5, 11, 1), new BitSet(), "AB1X7");
    assertEquals(
        List.of("A81X7", "AB1X7", "ABIX7"),
        Arrays.stream(index.alike(100).orElseThrow()).mapToObj(PlateKey::unpack).sorted().toList());
  }

  @Test
  void shouldGiveUpWhereThereAreTooMany() {
    EntryIndex index = index(new EquivalenceRule(1, 11, 5), new BitSet(), "0000000", "ABC123");
    assertEquals(Optional.empty(), index.alike(1_000).map(Arrays::toString));
    assertTrue(index.alike(1_000_000).isPresent());
  }

  /** Every plate of the alphabet up to four characters, looked up one by one. */
  @RepeatedTest(20)
  void shouldBeThePlatesThatLookUpToSomething(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    BitSet oAsZero = new BitSet();
    String[] plates = new String[5];
    for (int i = 0; i < plates.length; i++) {
      plates[i] = plate(random, 1 + random.nextInt(4));
      oAsZero.set(i, random.nextInt(4) == 0);
    }
    int least = 1 + random.nextInt(3);
    EquivalenceRule rule = new EquivalenceRule(least, least + random.nextInt(3), random.nextInt(3));
    EntryIndex index = index(rule, oAsZero, plates);
    long[] alike = index.alike(1_000_000).orElseThrow();
    for (int length = 1; length <= 4; length++) {
      for (int number = 0; number < Math.pow(LETTERS.length(), length); number++) {
        long key = PlateKey.pack(spelled(number, length));
        boolean[] found = {false};
        index.findAlike(key, (ordinal, tier, edits) -> found[0] = true);
        assertEquals(found[0], Arrays.binarySearch(alike, key) >= 0);
      }
    }
  }

  private static EntryIndex index(EquivalenceRule rule, BitSet oAsZero, String... plates) {
    long[] keys = Arrays.stream(plates).mapToLong(PlateKey::pack).toArray();
    return EntryIndex.of(keys, oAsZero, rule, OcrClasses.GENETEC, Optional.empty());
  }

  private static String plate(Random random, int length) {
    return spelled(random.nextInt((int) Math.pow(LETTERS.length(), length)), length);
  }

  private static String spelled(int number, int length) {
    StringBuilder plate = new StringBuilder();
    for (int rest = number, i = 0; i < length; i++, rest /= LETTERS.length()) {
      plate.append(LETTERS.charAt(rest % LETTERS.length()));
    }
    return plate.toString();
  }
}
