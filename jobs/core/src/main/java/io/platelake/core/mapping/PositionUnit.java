package io.platelake.core.mapping;

import io.platelake.core.record.Numbers;
import io.platelake.core.record.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a mapped feed writes latitude and longitude: key {@code position_unit}. All are WGS 84. */
public enum PositionUnit {
  /** Degrees with a decimal point, south and west negative. */
  DEGREES,
  /** Degrees, minutes, seconds and a letter of N, S, E, W, blanks between them. */
  DMS,
  /** Whole ten millionths of a degree. */
  E7;

  private static final Pattern PARTS =
      Pattern.compile("([0-9]{1,3}) ([0-9]{1,2}) ([0-9]{1,2}(?:[.,][0-9]{1,12})?) ([NSEWnsew])");

  /** Degrees; null when {@code text} says unknown; NaN when it is no position in this unit. */
  public Double degrees(String text) {
    if (text == null) {
      return null;
    }
    return switch (this) {
      case DEGREES -> Numbers.parse(text);
      case E7 -> {
        Double value = Numbers.parse(text);
        yield value == null ? null : Double.valueOf(value / 1e7);
      }
      case DMS -> parts(text);
    };
  }

  private static Double parts(String text) {
    if (Words.known(text) == null) {
      return null;
    }
    Matcher m = PARTS.matcher(text);
    if (!m.matches()) {
      return Double.NaN;
    }
    double minutes = Double.parseDouble(m.group(2));
    double seconds = Double.parseDouble(m.group(3).replace(',', '.'));
    if (minutes >= 60 || seconds >= 60) {
      return Double.NaN;
    }
    double degrees = Integer.parseInt(m.group(1)) + minutes / 60 + seconds / 3600;
    return "SWsw".contains(m.group(4)) ? -degrees : degrees;
  }
}
