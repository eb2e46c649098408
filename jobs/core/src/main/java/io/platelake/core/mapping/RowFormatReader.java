package io.platelake.core.mapping;

import io.platelake.core.yaml.YamlValue;
import java.util.List;
import java.util.Map;

/** From YAML to {@link RowFormat}. */
public final class RowFormatReader {
  public static final List<String> KEYS = List.of("delimiter", "header", "columns", "cells");

  private RowFormatReader() {}

  /** Takes the keys of a mapping of layout CSV. */
  static RowFormat rows(Map<String, YamlValue> keys) {
    YamlValue columns = keys.get("columns");
    boolean named = columns != null && columns.value() instanceof List<?>;
    List<String> names =
        named ? columns.list().stream().map(c -> c.text().strip()).toList() : List.of();
    RowFormat.Header header = header(keys.get("header"));
    if (named && header == RowFormat.Header.PRESENT) {
      throw columns.bad("the header names the columns", "Write header: false or optional");
    }
    if (!named && header == RowFormat.Header.OPTIONAL) {
      throw keys.get("header").bad("its names are not known", "List the columns");
    }
    boolean python = keys.containsKey("cells");
    if (python && !keys.get("cells").text().equals("python")) {
      throw keys.get("cells").bad("not one of the known values", "Known: python");
    }
    return new RowFormat(
        delimiter(keys.get("delimiter")), header, named ? 0 : width(columns), names, python);
  }

  private static RowFormat.Header header(YamlValue value) {
    return switch (value == null ? "true" : value.text()) {
      case "true" -> RowFormat.Header.PRESENT;
      case "false" -> RowFormat.Header.ABSENT;
      case "optional" -> RowFormat.Header.OPTIONAL;
      default -> throw value.bad("not one of the known values", "Known: true, false, optional");
    };
  }

  private static char delimiter(YamlValue value) {
    if (value == null) {
      return ',';
    }
    String text = value.value() instanceof String raw ? raw : "";
    if (text.equals("tab")) {
      return '\t';
    }
    boolean usable =
        text.length() == 1 && text.charAt(0) < 128 && "\"\r\n".indexOf(text.charAt(0)) < 0;
    if (!usable) {
      throw value.bad("not a delimiter", "Use one ASCII character in quotes, or tab");
    }
    return text.charAt(0);
  }

  private static int width(YamlValue value) {
    if (value == null) {
      return 0;
    }
    double number = value.number();
    if (number != Math.rint(number) || number < 1 || number > 10_000) {
      throw value.bad("not a number of columns", "Use a whole number from 1 to 10000");
    }
    return (int) number;
  }
}
