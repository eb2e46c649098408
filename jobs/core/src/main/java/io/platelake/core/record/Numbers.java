package io.platelake.core.record;

/** Numbers as makers write them in text. */
public final class Numbers {
  private Numbers() {}

  /** Plain or scientific decimal notation; no hexadecimal, no type suffix, no infinity. */
  public static boolean isNumber(String text) {
    int i = skipSign(text, 0);
    int digits = 0;
    int point = 0;
    while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
      if (text.charAt(i) == '.') {
        point++;
      } else {
        digits++;
      }
      i++;
    }
    if (digits == 0 || point > 1) {
      return false;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      int exponent = skipSign(text, i + 1);
      i = exponent;
      while (i < text.length() && isDigit(text.charAt(i))) {
        i++;
      }
      // Six digits are more than any quantity needs and keep the parse cheap.
      return i == text.length() && i > exponent && i - exponent <= 6;
    }
    return i == text.length();
  }

  /**
   * The number; null when {@code text} says unknown; NaN when it is no finite number. One comma and
   * no point is a decimal comma, since no field of a read counts in thousands.
   */
  public static Double parse(String text) {
    String known = Words.known(text);
    if (known == null) {
      return null;
    }
    String number = isNumber(known) ? known : withPoint(known);
    if (number == null) {
      return Double.NaN;
    }
    double value = Double.parseDouble(number);
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /** Null where it is no number with a decimal comma either. */
  private static String withPoint(String text) {
    int comma = text.indexOf(',');
    String point = comma < 0 || text.indexOf('.') >= 0 ? "" : text.replace(',', '.');
    return isNumber(point) ? point : null;
  }

  private static int skipSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
