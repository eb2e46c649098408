package io.platelake.app.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Bars of one metric by month, as numbers for the template: lengths in the units of its drawing,
 * from zero. A month without data has no bar and says so.
 */
final class MonthChart {
  private static final int LONGEST = 210;
  private static final int STEP = 24;
  private static final int FIRST = 6;

  private MonthChart() {}

  /**
   * @param months figures with a month as dimension, in order
   */
  static Map<String, Object> of(List<Figure> months) {
    long most =
        months.stream().filter(f -> f.value() != null).mapToLong(Figure::value).max().orElse(0);
    List<Map<String, Object>> bars = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Figure f = months.get(i);
      int length = f.value() == null ? 0 : length(f.value(), most);
      Map<String, Object> bar = new LinkedHashMap<>();
      bar.put("month", f.dimension().get("month"));
      bar.put("y", FIRST + i * STEP);
      bar.put("textY", FIRST + i * STEP + 13);
      bar.put("length", length);
      bar.put("textX", 66 + length);
      bar.put("text", f.value() == null ? "no data" : String.format(Locale.ROOT, "%,d", f.value()));
      bars.add(bar);
    }
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("height", FIRST + months.size() * STEP);
    chart.put("bars", bars);
    return chart;
  }

  /** A count above zero is never drawn as nothing. */
  static int length(long value, long most) {
    if (value == 0) {
      return 0;
    }
    return (int) Math.max(1, Math.round((double) LONGEST * value / most));
  }
}
