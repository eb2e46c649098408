package io.platelake.core.plate;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.LongStream;

/** The plate keys of words, so that a number decides about nearly every reading. */
final class WordKeys {
  private WordKeys() {}

  /**
   * Sorted keys of all plates that are words.
   *
   * @param forms of the words, see {@link WordForm}
   * @param plates forms that are plates nevertheless
   */
  static long[] of(Collection<String> forms, Set<String> plates) {
    LongStream.Builder keys = LongStream.builder();
    forms.stream().filter(form -> !plates.contains(form)).forEach(form -> add(form, keys));
    for (char c = '0'; c <= 'Z'; c++) {
      for (int times = 2; times <= PlateText.MAX_LENGTH; times++) {
        String text = String.valueOf(c).repeat(times);
        if (ShippedWords.isRepeated(text) && !plates.contains(text)) {
          add(text, keys);
        }
      }
    }
    return keys.build().sorted().distinct().toArray();
  }

  static boolean contain(long[] keys, long key) {
    return Arrays.binarySearch(keys, key) >= 0;
  }

  private static void add(String form, LongStream.Builder keys) {
    boolean plate =
        form.length() <= PlateText.MAX_LENGTH
            && form.chars().allMatch(c -> PlateKey.isPlateCharacter((char) c));
    if (plate) {
      char[] spelling = form.toCharArray();
      addFrom(0, spelling, WordForm.isFolded(form), keys);
    }
  }

  /** With O and with 0 in every place of an O. */
  private static void addFrom(int at, char[] spelling, boolean folded, LongStream.Builder keys) {
    if (at == spelling.length) {
      keys.add(PlateKey.pack(new String(spelling)));
      return;
    }
    addFrom(at + 1, spelling, folded, keys);
    if (folded && spelling[at] == 'O') {
      spelling[at] = '0';
      addFrom(at + 1, spelling, true, keys);
      spelling[at] = 'O';
    }
  }
}
