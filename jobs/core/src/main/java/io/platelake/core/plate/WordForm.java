package io.platelake.core.plate;

import java.util.Locale;

/** The form in which words are compared: letters and digits alone, upper case, 0 as O. */
final class WordForm {
  /** In a shorter word the digit is more likely a digit: {@code N0N} is a plate. */
  static final int SHORTEST_WITH_ZERO = 4;

  /** No word is longer. */
  static final int LONGEST = 32;

  private WordForm() {}

  /** The form of a text; empty where it holds signs alone or is much longer than a word. */
  static String of(String text) {
    if (text.length() > 2 * LONGEST) {
      return "";
    }
    StringBuilder form = new StringBuilder();
    text.toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || isMark(c))
        .forEach(form::appendCodePoint);
    return isFolded(form) ? form.toString().replace('0', 'O') : form.toString();
  }

  /** Whether 0 and O are the same in it: never in numbers, nor where nothing else is there. */
  static boolean isFolded(CharSequence form) {
    return form.length() >= SHORTEST_WITH_ZERO
        && form.chars().anyMatch(c -> c != 'O' && (c < '0' || c > '9'));
  }

  private static boolean isMark(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
