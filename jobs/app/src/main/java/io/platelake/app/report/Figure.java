package io.platelake.app.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One number of a report.
 *
 * @param metric id, stable over the years
 * @param label what is counted, for people
 * @param dimension what it is limited to, such as a month or a recipient; empty for the whole year
 * @param value the count; null unless the status is ok
 * @param status whether there is a value
 * @param source table it comes from
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Figure(
    String metric,
    String label,
    Map<String, String> dimension,
    Long value,
    FigureStatus status,
    String source) {

  public Figure {
    Objects.requireNonNull(metric, "metric");
    dimension = Collections.unmodifiableMap(new LinkedHashMap<>(dimension));
    if ((value != null) != (status == FigureStatus.OK)) {
      throw new IllegalArgumentException(metric + ": a value goes with status ok only");
    }
  }

  static Figure counted(String metric, String label, long value, String source) {
    return new Figure(metric, label, Map.of(), value, FigureStatus.OK, source);
  }

  static Figure without(String metric, String label, FigureStatus status, String source) {
    return new Figure(metric, label, Map.of(), null, status, source);
  }

  /** The dimension as one text; a semicolon, equals sign or backslash in a value is escaped. */
  public String dimensionText() {
    return dimension.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue().replaceAll("([\\\\;=])", "\\\\$1"))
        .collect(Collectors.joining("; "));
  }
}
