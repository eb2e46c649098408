package io.platelake.core.match.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.platelake.core.match.rule.EquivalenceRule;
import io.platelake.core.match.rule.NearRule;
import io.platelake.core.match.rule.NearRuleTest;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateEdits;
import io.platelake.core.plate.PlateKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryIndexTest {
  private static final EquivalenceRule RULE = new EquivalenceRule(5, 11, 1);
  private static final NearRule NEAR = NearRuleTest.USUAL;

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "ABC1234, '{0=EXACT 0, 1=NEAR 1, 2=EQUIVALENT 1, 3=NEAR 1, 4=NEAR 1}'",
    "A8C1284, '{1=EQUIVALENT 1, 2=NEAR 1}'",
    "ABC123, '{0=NEAR 1, 3=EXACT 0}'",
    "XYO9, '{5=EQUIVALENT 0}'",
    "XY0, '{}'",
    "OOK4321, '{6=EQUIVALENT 0}'",
    "OOK432, '{6=NEAR 1}'",
  })
  void shouldGiveEachEntryItsBestTier(String read, String expected) {
    String[] plates = {"ABC1234", "ABC1284", "A8C1234", "ABC123", "ABCX1234", "XY09", "00K4321"};
    BitSet zero = new BitSet();
    zero.set(5, 7);
    assertEquals(
        expected, found(index(List.of(plates), zero, OcrClasses.GENETEC), read).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "ZZZZZZZZZZZ, NEAR 1",
    "AZZZZZZZZZZZ, NEAR 1",
    "ZZZZZZZZZZZA, NEAR 1",
    "ZZZZZZZZZZZ2, NEAR 1",
    "ZZZZZZZZZZZZ, EXACT 0",
  })
  void shouldCompareTheLongestPlates(String read, String expected) {
    // Longer than the rule lets be equivalent.
    EntryIndex index = index(List.of("ZZZZZZZZZZZZ"), new BitSet(), OcrClasses.GENETEC);
    assertEquals(Map.of(0, expected), found(index, read));
  }

  @Test
  void shouldFindNothingForNoPlateNorInEntriesWithoutOne() {
    EntryIndex index =
        EntryIndex.of(new long[2], new BitSet(), RULE, OcrClasses.GENETEC, Optional.of(NEAR));
    index.find(0, (ordinal, tier, edits) -> assertTrue(false));
    index.find(PlateKey.pack("ABC123"), (ordinal, tier, edits) -> assertTrue(false));
    assertEquals(2, index.size());
  }

  @Property(tries = 400)
  void shouldFindWhatComparingWithEveryEntryFinds(
      @ForAll @Size(min = 1, max = 60) List<@From("plates") String> entries,
      @ForAll @Size(10) List<@From("plates") String> reads,
      @ForAll long zeroBits) {
    BitSet zero = BitSet.valueOf(new long[] {zeroBits});
    for (OcrClasses classes : List.of(OcrClasses.GENETEC, OcrClasses.of(List.of("0D", "8B")))) {
      EntryIndex index = index(entries, zero, classes);
      for (String read : reads) {
        assertEquals(compared(entries, zero, classes, read), found(index, read));
      }
    }
  }

  @Test
  void shouldSurviveSerialization() throws IOException, ClassNotFoundException {
    EntryIndex index = index(List.of("ABC1234"), new BitSet(), OcrClasses.GENETEC);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(index);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      EntryIndex copy = (EntryIndex) in.readObject();
      assertEquals("{0=NEAR 1}", found(copy, "ABC134").toString());
    }
  }

  @Test
  void shouldAllocateNothingPerRead() {
    EntryIndex index = index(List.of("ABC1234", "ABD1234"), new BitSet(), OcrClasses.GENETEC);
    long read = PlateKey.pack("ABC1234");
    long[] matches = {0};
    EntryVisitor count = (ordinal, tier, edits) -> matches[0]++;
    for (int i = 0; i < 50_000; i++) {
      index.find(read, count);
    }
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 100_000; i++) {
      index.find(read, count);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals(300_000, matches[0]);
    assertTrue(allocated < 200_000, allocated + " bytes for 100,000 reads");
  }

  /** Few characters and lengths, so that all tiers are common. */
  @Provide
  Arbitrary<String> plates() {
    return Arbitraries.strings().withChars("0OD8BA1").ofMinLength(4).ofMaxLength(6);
  }

  private static EntryIndex index(List<String> plates, BitSet zero, OcrClasses classes) {
    long[] keys = plates.stream().mapToLong(PlateKey::pack).toArray();
    return EntryIndex.of(keys, zero, RULE, classes, Optional.of(NEAR));
  }

  private static Map<Integer, String> found(EntryIndex index, String read) {
    Map<Integer, String> found = new TreeMap<>();
    index.find(
        PlateKey.pack(read),
        (ordinal, tier, edits) -> {
          String before = found.put(ordinal, tier + " " + edits);
          assertEquals(null, before, "an entry came twice");
        });
    return found;
  }

  private static Map<Integer, String> compared(
      List<String> entries, BitSet zero, OcrClasses classes, String read) {
    Map<Integer, String> found = new TreeMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String entry = entries.get(i);
      long a = PlateKey.pack(read);
      long b = PlateKey.pack(entry);
      Optional<PlateTier> tier = RULE.tier(a, b, classes, zero.get(i));
      if (tier.isPresent()) {
        found.put(i, tier.get() + " " + classes.substitutions(a, b, zero.get(i)));
      } else if (Math.min(read.length(), entry.length()) >= NEAR.minLength()
          && (zero.get(i)
              ? PlateEdits.oneApart(zeros(read), zeros(entry))
              : PlateEdits.oneApart(a, b))) {
        found.put(i, "NEAR 1");
      }
    }
    return found;
  }

  private static long zeros(String plate) {
    return PlateKey.pack(plate.replace('O', '0'));
  }
}
