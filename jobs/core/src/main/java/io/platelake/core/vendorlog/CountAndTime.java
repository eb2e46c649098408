package io.platelake.core.vendorlog;

import io.platelake.core.vendorlog.LogColumn.Holds;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A count and an instant that a print runs together, such as {@code 41203/08/2026, 06:15:09 PM
 * UTC}. Where two readings fit, none is taken.
 *
 * @param count of networks, as text
 * @param time as text
 */
record CountAndTime(String count, String time) {
  private static final Pattern APART = Pattern.compile("(\\d{1,6})\\s+(\\d.*)", Pattern.DOTALL);
  private static final Pattern ISO = Pattern.compile("(\\d{1,6})(\\d{4}-\\d{2}-\\d{2}.*)");
  private static final Pattern TOGETHER =
      Pattern.compile("(\\d{2,8})(/(\\d{1,2})/\\d{4},?\\s+(\\d{1,2}):.*)");

  /** Its parts; empty when it is no such text, or can be read in two ways. */
  static Optional<CountAndTime> read(String text) {
    Matcher apart = APART.matcher(text);
    if (apart.matches()) {
      return of(apart.group(1), apart.group(2));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return of(iso.group(1), iso.group(2));
    }
    Matcher together = TOGETHER.matcher(text);
    if (!together.matches()) {
      return Optional.empty();
    }
    String digits = together.group(1);
    String rest = together.group(2);
    String day = together.group(3);
    String hour = together.group(4);
    int end = digits.length();
    Optional<CountAndTime> one = of(digits.substring(0, end - 1), digits.charAt(end - 1) + rest);
    Optional<CountAndTime> two =
        end > 2
            ? of(digits.substring(0, end - 2), digits.substring(end - 2) + rest)
            : Optional.empty();
    // A day or an hour shows whether this log writes single digits with a zero before them.
    if (day.startsWith("0") || hour.startsWith("0")) {
      return two;
    }
    boolean isPlain = day.length() == 1 || hour.length() == 1;
    boolean zeroFirst = end > 2 && digits.charAt(end - 2) == '0';
    if (isPlain && zeroFirst || two.isEmpty()) {
      return one;
    }
    return one.isEmpty() ? two : Optional.empty();
  }

  private static Optional<CountAndTime> of(String count, String time) {
    return LogTime.read(time).map(at -> new CountAndTime(count, time));
  }

  /** Puts the parts of such a cell into the columns for them. */
  static void split(LogLayout layout, Map<String, LogCell> cells) {
    for (LogColumn column : layout.columns().values()) {
      LogCell cell = cells.get(column.name());
      if (column.holds() == Holds.COUNT_AND_TIME && cell != null) {
        cells.remove(column.name());
        Optional<CountAndTime> parts = read(cell.text());
        put(layout, cells, Holds.COUNT, parts.map(p -> LogCell.of(p.count())).orElse(cell));
        put(layout, cells, Holds.TIME, parts.map(p -> LogCell.of(p.time())).orElse(cell));
      }
    }
  }

  private static void put(LogLayout layout, Map<String, LogCell> cells, Holds holds, LogCell cell) {
    layout.columns().values().stream()
        .filter(column -> column.holds() == holds)
        .findFirst()
        .ifPresent(column -> cells.putIfAbsent(column.name(), cell));
  }
}
