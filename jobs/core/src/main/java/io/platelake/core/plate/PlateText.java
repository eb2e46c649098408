package io.platelake.core.plate;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The one spelling of a plate: upper case {@code A-Z} and {@code 0-9}, 1 to 12 characters.
 *
 * <p>Vendors write the same plate in lower case, with blanks, hyphens or dots; those carry no
 * meaning and go. Anything else that is not an ASCII letter or digit stands for a character the
 * reader did not know (an asterisk, a question mark, a letter with an accent): dropping it would
 * invent a different, shorter plate, so the whole text is no plate.
 */
public final class PlateText {
  /** Longest plate that a {@link PlateKey} can hold. */
  public static final int MAX_LENGTH = 12;

  private PlateText() {}

  /**
   * The key of a text that is probably already in the form of {@link #normalise}, without a copy. 0
   * when the text spells no plate.
   *
   * @param utf8 the text
   * @param length bytes of {@code utf8} that it takes
   */
  public static long key(byte[] utf8, int length) {
    long key = length > MAX_LENGTH ? 0 : PlateKey.packIfPlate(utf8, length);
    if (key != 0) {
      return NoPlateWords.isCommon(key) ? 0 : key;
    }
    return normalise(new String(utf8, 0, length, StandardCharsets.UTF_8))
        .map(PlateKey::pack)
        .orElse(0L);
  }

  /**
   * The plate that {@code raw} spells, or empty when it spells none. Empty for null, a blank, a
   * word of {@link NoPlateWords}, a character that no plate has, or more than {@link #MAX_LENGTH}
   * characters.
   */
  public static Optional<String> normalise(String raw) {
    return NoPlateWords.COMMON.plate(raw);
  }

  /** Like {@link #normalise} where words for no plate count as plates: holds, and the proof. */
  public static Optional<String> spelled(String raw) {
    if (raw == null) {
      return Optional.empty();
    }
    char[] kept = new char[MAX_LENGTH];
    int length = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = upper(raw.charAt(i));
      if (PlateKey.isPlateCharacter(c)) {
        if (length == MAX_LENGTH) {
          return Optional.empty();
        }
        kept[length++] = c;
      } else if (!isSeparator(c)) {
        return Optional.empty();
      }
    }
    return length == 0 ? Optional.empty() : Optional.of(new String(kept, 0, length));
  }

  static char upper(char c) {
    // Not Character.toUpperCase: it turns some non-ASCII letters (dotless i, long s) into ASCII.
    return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
  }

  static boolean isSeparator(char c) {
    return switch (c) {
      case '-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> true;
      case '.', '\u00B7', '\u2022', '\u2027', '\u30FB' -> true;
      default -> Character.isSpaceChar(c) || (c >= '\t' && c <= '\r');
    };
  }
}
