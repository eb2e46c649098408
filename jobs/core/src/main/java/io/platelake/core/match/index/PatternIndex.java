package io.platelake.core.match.index;

import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlatePattern;
import java.io.Serializable;
import java.util.List;

/**
 * Partial plates, for looking up read after read without trying each. Immutable; a look-up
 * allocates nothing.
 *
 * <p>Each pattern is in one bucket: under two known characters in a row, or one where no two are,
 * and their place from the start, from the end, or anywhere when a run is on both sides. Of all
 * places a pattern offers it takes the emptiest bucket. A read opens the buckets of its own
 * characters only.
 */
public final class PatternIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int BASE = PlateKey.BASE;
  private static final int PAIRS = BASE * BASE;
  // Places from the start, then from the end, then anywhere.
  private static final int PLACES = 13;
  private static final int FROM_END = PLACES;
  private static final int ANYWHERE = 2 * PLACES;
  private static final int BUCKETS = (2 * PLACES + 1) * PAIRS;

  private final PlatePattern[] patterns;
  private final int[] starts = new int[BUCKETS + 1];
  private final int[] ordinals;
  // One bit a position: whether any pattern is there under a pair, and under a single character.
  private int placesOfPairs;
  private int placesOfSingles;

  private PatternIndex(PlatePattern[] patterns) {
    this.patterns = patterns;
    ordinals = new int[patterns.length];
    int[] chosen = new int[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      chosen[i] = emptiest(patterns[i]);
      starts[chosen[i]]++;
      int place = 1 << chosen[i] / PAIRS;
      if (chosen[i] % BASE == 0) {
        placesOfSingles |= place;
      } else {
        placesOfPairs |= place;
      }
    }
    for (int b = 1; b <= BUCKETS; b++) {
      starts[b] += starts[b - 1];
    }
    for (int i = 0; i < patterns.length; i++) {
      ordinals[--starts[chosen[i]]] = i;
    }
  }

  /**
   * @param patterns with at least one known character each that is not a zero that may be a letter
   *     O; their places in the list are the ordinals
   */
  public static PatternIndex of(List<PlatePattern> patterns) {
    return new PatternIndex(patterns.toArray(PlatePattern[]::new));
  }

  /** Visits every pattern that the plate fits, once, as {@link PlateTier#PARTIAL}. */
  public void find(long plateKey, EntryVisitor visitor) {
    int fromStart = PlateKey.length(plateKey);
    int next = 0;
    int fromEnd = 0;
    for (long rest = plateKey; rest > 0; rest /= BASE) {
      int digit = (int) (rest % BASE);
      fromStart--;
      if (next > 0) {
        open(placesOfPairs, fromStart, digit, next, plateKey, visitor);
        open(placesOfPairs, FROM_END + fromEnd, digit, next, plateKey, visitor);
        if ((placesOfPairs >>> ANYWHERE & 1) == 1 && isFirst(rest, digit, next)) {
          open(placesOfPairs, ANYWHERE, digit, next, plateKey, visitor);
        }
      }
      open(placesOfSingles, fromStart, digit, 0, plateKey, visitor);
      open(placesOfSingles, FROM_END + fromEnd, digit, 0, plateKey, visitor);
      if ((placesOfSingles >>> ANYWHERE & 1) == 1 && isFirst(rest, digit, -1)) {
        open(placesOfSingles, ANYWHERE, digit, 0, plateKey, visitor);
      }
      next = digit;
      fromEnd++;
    }
  }

  private void open(
      int places, int place, int digit, int next, long plateKey, EntryVisitor visitor) {
    if ((places >>> place & 1) == 0) {
      return;
    }
    int bucket = bucket(place, digit * BASE + next);
    for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
      if (patterns[ordinals[i]].matches(plateKey)) {
        visitor.match(ordinals[i], PlateTier.PARTIAL, 0);
      }
    }
  }

  /** Whether the character, or the pair of it and the next, occurs nowhere before. */
  private static boolean isFirst(long upTo, int digit, int next) {
    int after = digit;
    for (long rest = upTo / BASE; rest > 0; rest /= BASE) {
      int here = (int) (rest % BASE);
      if (here == digit && (next < 0 || after == next)) {
        return false;
      }
      after = here;
    }
    return true;
  }

  private int emptiest(PlatePattern pattern) {
    int firstRun = pattern.size();
    int lastRun = -1;
    for (int i = 0; i < pattern.size(); i++) {
      if (pattern.isRun(i)) {
        firstRun = Math.min(firstRun, i);
        lastRun = i;
      }
    }
    int best = -1;
    for (int i = 0; i < pattern.size(); i++) {
      int digit = pattern.step(i);
      if (digit < 0) {
        continue;
      }
      int place = i < firstRun ? i : i > lastRun ? FROM_END + pattern.size() - 1 - i : ANYWHERE;
      int next = i + 1 < pattern.size() ? Math.max(pattern.step(i + 1), 0) : 0;
      int bucket = bucket(place, digit * BASE + next);
      boolean narrower = best >= 0 && next > 0 && best % BASE == 0;
      boolean wider = best >= 0 && next == 0 && best % BASE > 0;
      if (best < 0 || narrower || (!wider && starts[bucket] < starts[best])) {
        best = bucket;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("a pattern without a known character fits every plate");
    }
    return best;
  }

  private static int bucket(int place, int pair) {
    return place * PAIRS + pair;
  }
}
