package io.platelake.core.match.index;

import io.platelake.core.match.rule.EquivalenceRule;
import io.platelake.core.match.rule.NearRuleTest;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import java.lang.management.ManagementFactory;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Measures {@link EntryIndex} on one core: a program, not a test. Arguments: entries and reads, by
 * default 1,000,000 and 5,000,000. Plates are random over the formats of several states, 15 % of
 * entries and 85 % of reads in that of one; and, where near plates abound, all in that one.
 */
final class EntryIndexSpeed {
  private static final String[] FORMATS = {
    "AAA9999", "9AAA999", "AAA99AA", "A99AAA9", "AA99999", "AAAA999", "9A99999", "AAA999", "99999A9"
  };

  private EntryIndexSpeed() {}

  public static void main(String[] args) {
    int entries = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int reads = args.length > 1 ? Integer.parseInt(args[1]) : 5_000_000;
    measure("a national list", 0.15, 0.85, entries, reads);
    measure("a list of one format", 1, 1, entries, reads);
  }

  private static void measure(
      String name, double ofEntries, double ofReads, int entries, int reads) {
    SplittableRandom random = new SplittableRandom(7);
    long[] wanted = plates(ofEntries, entries, random);
    long[] read = plates(ofReads, reads, random);
    long start = cpu();
    long before = used();
    EntryIndex index =
        EntryIndex.of(
            wanted,
            new BitSet(),
            new EquivalenceRule(5, 11, 1),
            OcrClasses.GENETEC,
            Optional.of(NearRuleTest.USUAL));
    System.out.printf(
        "%s: %,d entries indexed in %,d ms, %,d MB%n",
        name, index.size(), (cpu() - start) / 1_000_000, (used() - before) >> 20);
    for (int round = 0; round < 3; round++) {
      time("  exact and equivalent", read, index::findAlike);
      time("  with near", read, index::find);
    }
  }

  private interface Finder {
    void find(long key, EntryVisitor visitor);
  }

  private static void time(String name, long[] reads, Finder finder) {
    long[] counts = new long[PlateTier.values().length];
    EntryVisitor visitor = (ordinal, tier, edits) -> counts[tier.ordinal()]++;
    long start = cpu();
    for (long key : reads) {
      finder.find(key, visitor);
    }
    System.out.printf(
        "%s: %d ns a read; %,d exact, %,d equivalent, %,d near%n",
        name, (cpu() - start) / reads.length, counts[0], counts[1], counts[2]);
  }

  private static long[] plates(double ofOneFormat, int count, SplittableRandom random) {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      StringBuilder plate = new StringBuilder();
      int format = random.nextDouble() < ofOneFormat ? 0 : 1 + random.nextInt(FORMATS.length - 1);
      for (char c : FORMATS[format].toCharArray()) {
        plate.append((char) (c == '9' ? '0' + random.nextInt(10) : 'A' + random.nextInt(26)));
      }
      keys[i] = PlateKey.pack(plate.toString());
    }
    return keys;
  }

  /** Nanoseconds of this thread, so that other work on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
