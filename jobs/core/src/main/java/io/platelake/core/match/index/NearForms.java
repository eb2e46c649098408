package io.platelake.core.match.index;

import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateEdits;
import io.platelake.core.plate.PlateKey;
import java.io.Serializable;

/**
 * Indexes every entry under its plate and under each form of its plate without one character, with
 * the position of that character. Two plates of one length are one edit apart only if they are
 * equal without the character at one position. Two plates of different length are one edit apart
 * only if the longer one without a character is the other.
 *
 * <p>Letter O counts as zero throughout, so a pair that the lists' spelling alone keeps apart is
 * found too; what is found is for {@link EntryIndex} to judge.
 */
final class NearForms implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final OcrClasses SPELLING = OcrClasses.LETTER_O_AS_ZERO;
  private static final int BASE = PlateKey.BASE;

  // A number in a bucket is an ordinal and, in the lowest bits, a place counted from the end.
  private static final int PLACE_BITS = 4;
  private static final int WHOLE = (1 << PLACE_BITS) - 1;

  private final long[] keys;
  private final int minLength;
  private final KeyBuckets forms;

  NearForms(long[] keys, int minLength) {
    if (keys.length >= 1 << (Integer.SIZE - PLACE_BITS - 1)) {
      throw new IllegalArgumentException(
          keys.length + " are more entries than an index holds: split them");
    }
    this.keys = keys;
    this.minLength = minLength;
    forms = KeyBuckets.of(this::all);
  }

  private void all(KeyBuckets.Sink sink) {
    for (int ordinal = 0; ordinal < keys.length; ordinal++) {
      long key = SPELLING.foldKey(keys[ordinal]);
      if (PlateKey.length(key) < minLength) {
        continue;
      }
      int number = ordinal << PLACE_BITS;
      sink.put(key, WHOLE, number | WHOLE);
      long unit = 1;
      for (long rest = key; rest > 0; rest /= BASE, unit *= BASE) {
        sink.put(rest / BASE * unit + (key - rest * unit), number & WHOLE, number++);
      }
    }
  }

  /**
   * Hands each entry at most one edit away, O and zero being the same, to {@link
   * EntryIndex#visitNear} once.
   */
  void find(long plateKey, EntryIndex judge, EntryVisitor visitor) {
    long read = SPELLING.foldKey(plateKey);
    if (PlateKey.length(read) < minLength) {
      return;
    }
    findWhole(read, plateKey, judge, visitor);
    long unit = 1;
    int place = 0;
    for (long rest = read; rest > 0; rest /= BASE, unit *= BASE) {
      long higher = rest / BASE;
      long lower = read - rest * unit;
      long hash = KeyBuckets.hash(higher * unit + lower);
      if (forms.mayHold(hash, place, WHOLE)) {
        // Of equal characters in a row it is the same which one is lost: only one counts.
        boolean lastOfRun = higher % BASE != rest % BASE;
        for (int i = forms.start(hash), end = forms.end(hash); i < end; i++) {
          int number = forms.value(i);
          int at = number & WHOLE;
          if (at == place
              ? isReplaced(keys[number >>> PLACE_BITS], read, higher, unit, lower)
              : at == WHOLE && lastOfRun && isPlate(number, higher * unit + lower)) {
            judge.visitNear(plateKey, number >>> PLACE_BITS, visitor);
          }
        }
      }
      place++;
    }
  }

  /** Entries that have one character more than the read, or differ by spelling alone. */
  private void findWhole(long read, long plateKey, EntryIndex judge, EntryVisitor visitor) {
    long hash = KeyBuckets.hash(read);
    if (!forms.mayHold(hash)) {
      return;
    }
    int last = -1;
    for (int i = forms.start(hash), end = forms.end(hash); i < end; i++) {
      int ordinal = forms.value(i) >>> PLACE_BITS;
      if (ordinal != last && PlateEdits.common(read, SPELLING.foldKey(keys[ordinal])) == read) {
        judge.visitNear(plateKey, ordinal, visitor);
      }
      last = ordinal;
    }
  }

  private boolean isPlate(int number, long form) {
    return SPELLING.foldKey(keys[number >>> PLACE_BITS]) == form;
  }

  private static boolean isReplaced(long entry, long read, long higher, long unit, long lower) {
    long key = SPELLING.foldKey(entry);
    long rest = key / unit;
    return rest / BASE == higher && key - rest * unit == lower && key != read;
  }
}
