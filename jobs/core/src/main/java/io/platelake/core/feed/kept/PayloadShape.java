package io.platelake.core.feed.kept;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of a record: every letter and digit of its values is hidden, and everything between
 * them shows. So one sees how a time or a plate is written without seeing one.
 */
public final class PayloadShape {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+");

  /** What follows the name of a field in JSON, in XML and in pairs. */
  private static final Pattern AFTER_NAME = Pattern.compile("\"\\s*:|\\s*=|\\s*:(?!\\d)|\\s*/?>");

  private PayloadShape() {}

  /**
   * The shape in one line.
   *
   * @param names of fields that may show where they name one; another name is hidden
   * @param longest characters that are shown
   */
  public static String of(String payload, Set<String> names, int longest) {
    StringBuilder shape = new StringBuilder();
    Matcher word = WORD.matcher(payload);
    int end = 0;
    while (word.find() && shape.length() <= longest) {
      shape.append(payload, end, word.start());
      shape.append(isName(payload, word, names) ? word.group() : hidden(word.group()));
      end = word.end();
    }
    if (shape.length() <= longest) {
      shape.append(payload, end, payload.length());
    }
    String line = shape.toString().replaceAll("\\s+", " ").strip();
    return line.length() <= longest ? line : line.substring(0, longest) + " ...";
  }

  /** A name of digits is the number of a column, and may be a value. */
  private static boolean isName(String payload, Matcher word, Set<String> names) {
    if (!names.contains(word.group()) || word.group().chars().allMatch(Character::isDigit)) {
      return false;
    }
    Matcher after = AFTER_NAME.matcher(payload);
    return after.region(word.end(), payload.length()).lookingAt();
  }

  private static String hidden(String word) {
    StringBuilder hidden = new StringBuilder();
    word.codePoints()
        .forEach(
            c ->
                hidden.append(
                    Character.isDigit(c)
                        ? '9'
                        : c == '_' ? '_' : Character.isUpperCase(c) ? 'X' : 'x'));
    return hidden.toString();
  }
}
