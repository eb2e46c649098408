package io.platelake.core.detect;

import java.util.regex.Pattern;

/** Forms of case numbers. */
final class CaseNumbers {
  /** A number with at least four digits, its prefix and nothing else: the whole text. */
  private static final Pattern USUAL =
      Pattern.compile(
          "(?:case|incident|inc|call|cfs|cad|report|rpt|cr|no|nr|number)*\\.?\\s*[#:]?\\s*"
              + "[a-z]{0,4}[-/ ]?\\d(?:[-/ ]?\\d){3,}[a-z]?",
          Pattern.CASE_INSENSITIVE);

  private CaseNumbers() {}

  /** Fewer digits are no number of a case. */
  private static final int FEWEST_DIGITS = 4;

  /** Whether a text is a case number and nothing else. */
  static boolean isOnly(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits == FEWEST_DIGITS && USUAL.matcher(text.strip()).matches();
  }

  /** Letters and digits of a number, for comparison. */
  static String plain(String number) {
    StringBuilder plain = new StringBuilder(number.length());
    for (int i = 0; i < number.length(); i++) {
      char c = Character.toUpperCase(number.charAt(i));
      if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
