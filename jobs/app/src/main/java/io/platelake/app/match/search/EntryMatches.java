package io.platelake.app.match.search;

import io.platelake.core.match.index.EntryVisitor;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.match.rule.ReadPlates;
import java.util.Arrays;

/** The entries that one read matches, each once with its best tier; used again for every read. */
final class EntryMatches implements EntryVisitor {
  private static final int UNCOUNTED = -1;

  private int[] ordinals = new int[16];
  private PlateTier[] tiers = new PlateTier[16];
  private int[] edits = new int[16];
  private int size;

  void clear() {
    size = 0;
  }

  /** Takes what is found through another candidate than the plate reported. */
  EntryVisitor through(ReadPlates plates, int candidate) {
    return (ordinal, tier, differing) -> match(ordinal, plates.tier(candidate, tier), UNCOUNTED);
  }

  @Override
  public void match(int ordinal, PlateTier tier, int differing) {
    for (int i = 0; i < size; i++) {
      if (ordinals[i] == ordinal) {
        if (tier.compareTo(tiers[i]) < 0) {
          tiers[i] = tier;
          edits[i] = differing;
        }
        return;
      }
    }
    if (size == ordinals.length) {
      ordinals = Arrays.copyOf(ordinals, 2 * size);
      tiers = Arrays.copyOf(tiers, 2 * size);
      edits = Arrays.copyOf(edits, 2 * size);
    }
    ordinals[size] = ordinal;
    tiers[size] = tier;
    edits[size++] = differing;
  }

  int size() {
    return size;
  }

  int ordinal(int i) {
    return ordinals[i];
  }

  PlateTier tier(int i) {
    return tiers[i];
  }

  /**
   * Characters that differ; -1 where only a candidate led to the entry, and they were not counted.
   */
  int edits(int i) {
    return edits[i];
  }
}
