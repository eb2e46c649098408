package io.platelake.core.detect;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Finds keys that were struck to fill a field. They are eight letters or more of one row of the
 * keyboard, five of them neighbours, or one short run repeated. The word {@code property} is none.
 */
final class KeyMash {
  private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
  private static final int LEAST = 8;
  private static final int NEIGHBOURS = 5;

  private KeyMash() {}

  static boolean is(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.length() < LEAST) {
      return false;
    }
    return ROWS.stream()
        .filter(row -> word.chars().allMatch(c -> row.indexOf(c) >= 0))
        .anyMatch(row -> run(word, row) >= NEIGHBOURS || repeats(word));
  }

  /** Most letters in a row that are neighbours on the keyboard, one way or the other. */
  private static int run(String word, String row) {
    int longest = 1;
    int right = 1;
    int left = 1;
    for (int i = 1; i < word.length(); i++) {
      int step = row.indexOf(word.charAt(i)) - row.indexOf(word.charAt(i - 1));
      right = step == 1 ? right + 1 : 1;
      left = step == -1 ? left + 1 : 1;
      longest = Math.max(longest, Math.max(right, left));
    }
    return longest;
  }

  private static boolean repeats(String word) {
    for (int block = 1; block <= word.length() / 2; block++) {
      int size = block;
      if (IntStream.range(block, word.length())
          .allMatch(i -> word.charAt(i) == word.charAt(i - size))) {
        return true;
      }
    }
    return false;
  }
}
