package io.platelake.core.record;

import java.util.Locale;
import java.util.Set;

/** Descriptive words of a record, including the spellings of unknown. */
public final class Words {
  /** Longer than any make, model or id; what exceeds it is not one. */
  public static final int LONGEST = 128;

  private static final Set<String> UNKNOWN =
      Set.of("", "-", "--", "unknown", "non", "none", "null", "n/a", "nan", "undefined");

  private Words() {}

  /** Without the blanks around it; a no-break space and a byte order mark are blanks too. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        ? Character.isWhitespace(c)
        : c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF');
  }

  /** The trimmed text, or null when it is absent or says that nothing is known. */
  public static String known(String text) {
    if (text == null) {
      return null;
    }
    String trimmed = strip(text);
    return trimmed.length() <= 9 && UNKNOWN.contains(trimmed.toLowerCase(Locale.ROOT))
        ? null
        : trimmed;
  }

  /** A known text that can be an identifier: not longer than an id, no control characters. */
  public static String identifier(String text) {
    String known = known(text);
    boolean usable =
        known != null
            && known.length() <= LONGEST
            && known.chars().noneMatch(c -> Character.isISOControl(c) || c == '\uFFFD');
    return usable ? known : null;
  }

  /** A known word in lower case: make, model, colour, body. {@code -1} is unknown too. */
  public static String attribute(String text) {
    String word = identifier(text);
    return word == null || word.equals("-1") ? null : word.toLowerCase(Locale.ROOT);
  }
}
