package io.platelake.app.publish;

import java.util.regex.Pattern;

/**
 * A cell that a spreadsheet shows as it is. Spreadsheets take a text for a formula that begins with
 * certain characters; an apostrophe before it makes it a text. Numbers stay numbers.
 */
final class SpreadsheetCell {
  private static final Pattern FORMULA =
      Pattern.compile(
          "^\\s*[=+\\-@|%\\uff1d\\uff0b\\uff0d\\uff20].*|^[\\t\\r\\n].*", Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private SpreadsheetCell() {}

  /** The text, after an apostrophe where it would be a formula; null stays null. */
  static String harmless(String text) {
    boolean formula =
        text != null && FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
  }
}
