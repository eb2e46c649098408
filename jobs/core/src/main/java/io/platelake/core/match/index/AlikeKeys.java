package io.platelake.core.match.index;

import io.platelake.core.match.rule.EquivalenceRule;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The plates that match some entries exactly or equivalently, spelled out: what a search asks for
 * that goes by keys and not through all reads.
 */
final class AlikeKeys {
  private static final int LETTER_O = PlateKey.digit('O');
  private static final int ZERO = PlateKey.digit('0');

  private final EquivalenceRule rule;
  private final int most;
  private final int[][] classmates = new int[PlateKey.BASE][];
  private long[] keys = new long[1024];
  private int size;

  /**
   * @param most plates that are worth spelling out
   */
  AlikeKeys(EquivalenceRule rule, OcrClasses classes, int most) {
    this.rule = rule;
    this.most = most;
    for (int digit = 1; digit < PlateKey.BASE; digit++) {
      long folded = classes.foldKey(digit);
      int self = digit;
      classmates[digit] =
          IntStream.range(1, PlateKey.BASE)
              .filter(other -> other != self && classes.foldKey(other) == folded)
              .toArray();
    }
  }

  /** Adds what is alike one plate. */
  void add(long plateKey, boolean letterOAsZero) {
    int length = PlateKey.length(plateKey);
    boolean tolerated = length >= rule.minLength() && length <= rule.maxLength();
    spell(plateKey, 1, 0, tolerated ? rule.maxSubstitutions() : 0, letterOAsZero);
  }

  /** In order, each once; nothing when they are more than are worth it. */
  Optional<long[]> all() {
    return size > most
        ? Optional.empty()
        : Optional.of(Arrays.stream(keys, 0, size).sorted().distinct().toArray());
  }

  /** From the last character of what is left of the plate to its first. */
  private void spell(long rest, long place, long spelled, int substitutions, boolean oAsZero) {
    if (size > most) {
      return;
    }
    if (rest == 0) {
      keep(spelled);
      return;
    }
    int digit = (int) (rest % PlateKey.BASE);
    long next = rest / PlateKey.BASE;
    spell(next, place * PlateKey.BASE, spelled + digit * place, substitutions, oAsZero);
    boolean free = oAsZero && (digit == ZERO || digit == LETTER_O);
    int otherZero = digit == ZERO ? LETTER_O : ZERO;
    if (free) {
      spell(next, place * PlateKey.BASE, spelled + otherZero * place, substitutions, true);
    }
    if (substitutions > 0) {
      for (int other : classmates[digit]) {
        if (!free || other != otherZero) {
          spell(next, place * PlateKey.BASE, spelled + other * place, substitutions - 1, oAsZero);
        }
      }
    }
  }

  private void keep(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = key;
  }
}
