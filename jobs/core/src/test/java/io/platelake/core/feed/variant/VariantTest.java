package io.platelake.core.feed.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Samples of every maker, written as another program would write them, from a fixed seed: the same
 * read, or a count of what is not understood. None is wrong, and none is lost without a word.
 */
class VariantTest {
  private static final long SEED = 20_261_130;

  /**
   * Share of variants in percent that must be right, by kind. What is right by half is a format of
   * its own: names that are other names, records inside other records, times in another pattern.
   */
  private static final Map<VariantKind, Integer> LEAST_RIGHT =
      Map.ofEntries(
          Map.entry(VariantKind.FIELD_ORDER, 100),
          Map.entry(VariantKind.TYPES_AS_TEXT, 100),
          Map.entry(VariantKind.TEXTS_AS_NUMBERS, 100),
          Map.entry(VariantKind.NULL_FIELDS, 100),
          Map.entry(VariantKind.ABSENT_FIELDS, 85),
          Map.entry(VariantKind.NESTED, 10),
          Map.entry(VariantKind.ARRAY_OF_ONE, 35),
          Map.entry(VariantKind.KEY_CASE, 50),
          Map.entry(VariantKind.OTHER_ZONE, 30),
          Map.entry(VariantKind.ENCODING, 95),
          Map.entry(VariantKind.LAYOUT, 100),
          Map.entry(VariantKind.LINE_ENDS, 95),
          Map.entry(VariantKind.EXTRA_FIELDS, 80),
          Map.entry(VariantKind.BLANKS, 90),
          Map.entry(VariantKind.SEVERAL, 100),
          Map.entry(VariantKind.MIXED, 75));

  @Test
  void shouldKeepTheMeaningOfARecordThatIsWrittenAgain() {
    for (SampleRecord record : Variants.samples()) {
      assertEquals(
          Verdict.RIGHT,
          Variants.unchanged(record).verdict(),
          () -> record.maker() + ", line " + record.raw().line());
    }
  }

  @Test
  void shouldAccountForFifteenHundredVariants() throws IOException {
    check(VariantCounts.of(SEED, 96), "variants.txt");
  }

  @Test
  @Tag("long")
  void shouldAccountForTwentyThousandVariants() throws IOException {
    check(VariantCounts.of(SEED + 1_000, 1_300), "variants-long.txt");
  }

  private static void check(VariantCounts counts, String report) throws IOException {
    Path target = Files.createDirectories(Path.of("target"));
    Files.writeString(target.resolve(report), counts.table());
    assertEquals("", String.join("\n", counts.bad()), "variants lost or wrong");
    List<String> few = new ArrayList<>();
    for (VariantKind kind : VariantKind.values()) {
      if (counts.percentRight(kind) < LEAST_RIGHT.get(kind)) {
        few.add(kind + " " + counts.percentRight(kind));
      }
    }
    assertTrue(few.isEmpty(), () -> "percent right, too few: " + few);
  }
}
