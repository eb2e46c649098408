package io.platelake.core.feed.variant;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What became of many variants, by kind. */
final class VariantCounts {
  /**
   * Draws for each variant that is wanted: makers without the kind and equal files do not count.
   */
  private static final int TRIES = 40;

  private final Map<VariantKind, Map<Verdict, Integer>> counts = new EnumMap<>(VariantKind.class);
  private final Map<String, Integer> bad = new TreeMap<>();

  private VariantCounts() {}

  /**
   * @param each how many different files of every kind, or as many as there are
   */
  static VariantCounts of(long seed, int each) {
    VariantCounts counts = new VariantCounts();
    for (VariantKind kind : VariantKind.values()) {
      counts.counts.put(kind, new EnumMap<>(Verdict.class));
      Set<Integer> seen = new HashSet<>();
      Random random = new Random(seed + kind.ordinal());
      for (int tries = 0; seen.size() < each && tries < each * TRIES; tries++) {
        Optional<Variant> drawn = Variants.drawn(kind, random);
        if (drawn.isPresent() && seen.add(Arrays.hashCode(drawn.get().file()))) {
          counts.add(kind, drawn.get());
        }
      }
    }
    return counts;
  }

  private void add(VariantKind kind, Variant variant) {
    Verdict verdict = variant.verdict();
    counts.get(kind).merge(verdict, 1, Integer::sum);
    if (verdict.compareTo(Verdict.QUARANTINED) > 0) {
      bad.merge(kind + " " + variant.maker() + " " + verdict, 1, Integer::sum);
    }
  }

  /** Kinds, makers and verdicts that are not allowed, each with its count. */
  List<String> bad() {
    return bad.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
  }

  double percentRight(VariantKind kind) {
    int all = counts.get(kind).values().stream().mapToInt(Integer::intValue).sum();
    return 100.0 * counts.get(kind).getOrDefault(Verdict.RIGHT, 0) / Math.max(1, all);
  }

  /** A line a kind, a column a verdict. */
  String table() {
    StringBuilder text = new StringBuilder(String.format("%-18s", "kind"));
    for (Verdict verdict : Verdict.values()) {
      text.append(String.format("%12s", verdict.name().toLowerCase(Locale.ROOT)));
    }
    counts.forEach(
        (kind, verdicts) -> {
          text.append(String.format("%n%-18s", kind.name().toLowerCase(Locale.ROOT)));
          for (Verdict verdict : Verdict.values()) {
            text.append(String.format("%12d", verdicts.getOrDefault(verdict, 0)));
          }
        });
    return text.append(System.lineSeparator()).toString();
  }
}
