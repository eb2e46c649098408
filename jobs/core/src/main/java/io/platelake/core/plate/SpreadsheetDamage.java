package io.platelake.core.plate;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet made of a plate, which is lost. They are powers of ten, dates, times of
 * day, errors of formulas and truth values.
 *
 * <p>A number of days, such as 46082 for a date, looks like any plate and cannot be found. Truth
 * values are plates too, so they count as damage in files that a spreadsheet may have written.
 */
public final class SpreadsheetDamage {
  private static final Pattern POWER_OF_TEN =
      Pattern.compile("\\d+[.,]\\d+[eE][+-]?\\d+|\\d+[eE][+-]\\d+");

  /** Year first, or last with four digits; a time of day may follow. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?:\\d{4}([-/.])(\\d{1,2})\\1(\\d{1,2})|(\\d{1,2})([-/.])(\\d{1,2})\\5(?:\\d{4}))"
              + "(?:[ T]\\d{1,2}:\\d{2}.*)?");

  /** With two digits for the year only slashes tell it from a plate. */
  private static final Pattern SHORT_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/\\d{2})?");

  /** Without a rule for symbols the signs alone make it no plate; with one they go. */
  private static final Pattern TIME_OF_DAY =
      Pattern.compile("\\d{1,3}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AaPp]\\.?[Mm]\\.?)?");

  /** Such as {@code #NAME?}, {@code #DIV/0!} and {@code Err:502}, and a column too narrow. */
  private static final Pattern ERROR = Pattern.compile("#\\p{L}[\\p{L}/0]*[!?]|Err:\\d{3}|#+");

  /** Day and month or month and year: {@code 1-Mar}, {@code Mar-01}, {@code 26. Mrz}. */
  private static final Pattern WITH_NAME =
      Pattern.compile(
          "(?:\\d{1,2}[.]?[-/ ](?<after>\\p{L}{3,5}[.]?)(?:[-/ ]\\d{2}(?:\\d{2})?"
              + "(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?)?"
              + "|(?<before>\\p{L}{3,5}[.]?)[-/ ]\\d{2}(?:\\d{2})?)");

  /**
   * As spreadsheets write months in English, French, German, Spanish, Italian, Portuguese, Dutch.
   */
  private static final Set<String> MONTHS =
      Set.of(
          """
          jan feb mar apr may jun jul aug sep sept oct nov dec
          janv févr mars avr mai juin juil août déc
          mrz mär märz juni juli okt dez
          ene abr ago dic
          gen mag giu lug set ott
          fev out
          mrt mei"""
              .split("\\s+"));

  private static final Set<String> TRUTH_VALUES =
      Set.of(
          """
          TRUE FALSE WAHR FALSCH VRAI FAUX VERDADERO FALSO VERDADEIRO VERO WAAR ONWAAR SANT FALSKT
          SAND FALSK PRAWDA FAŁSZ PRAVDA NEPRAVDA ИСТИНА ЛОЖЬ"""
              .split("\\s+"));

  private SpreadsheetDamage() {}

  /** Whether no plate is written like this in any file. */
  public static boolean isDamaged(String raw) {
    String text = raw.strip();
    // A plate holds no slash and few signs: most texts end here.
    return text.length() > 2
        && hasSign(text)
        && (POWER_OF_TEN.matcher(text).matches()
            || TIME_OF_DAY.matcher(text).matches()
            || ERROR.matcher(text).matches()
            || isDate(text)
            || isNamedDate(text));
  }

  /** Whether a text is a truth value, as spreadsheets write them in seven languages and more. */
  public static boolean isTruthValue(String raw) {
    // Nearly every plate has a digit.
    return raw.length() < WordForm.LONGEST
        && !hasDigit(raw)
        && TRUTH_VALUES.contains(raw.strip().toUpperCase(Locale.ROOT));
  }

  private static boolean hasSign(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static boolean isDate(String text) {
    Matcher full = DATE.matcher(text);
    if (full.matches()) {
      return full.group(2) == null
          ? isDayAndMonth(full.group(4), full.group(6))
          : isDayAndMonth(full.group(2), full.group(3));
    }
    Matcher part = SHORT_DATE.matcher(text);
    return part.matches() && isDayAndMonth(part.group(1), part.group(2));
  }

  /** In either order. */
  private static boolean isDayAndMonth(String one, String two) {
    int first = Integer.parseInt(one);
    int second = Integer.parseInt(two);
    return Math.min(first, second) >= 1
        && Math.min(first, second) <= 12
        && Math.max(first, second) <= 31;
  }

  /** Readers write plates in one case; spreadsheets write months as {@code Mar} or {@code mar}. */
  private static boolean isNamedDate(String text) {
    Matcher named = WITH_NAME.matcher(text);
    if (!named.matches()) {
      return false;
    }
    String month = named.group("after") == null ? named.group("before") : named.group("after");
    return !month.equals(month.toUpperCase(Locale.ROOT))
        && MONTHS.contains(month.replace(".", "").toLowerCase(Locale.ROOT));
  }
}
