package io.platelake.core.detect;

import java.util.Locale;
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

  /** Whether a text is a case number and nothing else. */
  static boolean isOnly(String text) {
    return USUAL.matcher(text.strip()).matches();
  }

  /** Letters and digits of a number, for comparison. */
  static String plain(String number) {
    return number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
