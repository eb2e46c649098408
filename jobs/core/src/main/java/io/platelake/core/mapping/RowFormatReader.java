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
    boolean named = columns != null && columns.isList();
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
      throw keys.get("cells").place().unknownValue(keys.get("cells").text(), List.of("python"));
    }
    return new RowFormat(
        delimiter(keys.get("delimiter")), header, named ? 0 : width(columns), names, python);
  }

  private static RowFormat.Header header(YamlValue value) {
    return switch (value == null ? "true" : value.text()) {
      case "true" -> RowFormat.Header.PRESENT;
      case "false" -> RowFormat.Header.ABSENT;
      case "optional" -> RowFormat.Header.OPTIONAL;
      default ->
          throw value.place().unknownValue(value.text(), List.of("true", "false", "optional"));
    };
  }

  private static char delimiter(YamlValue value) {
    if (value == null) {
      return ',';
    }
    String text = value.character();
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
    return value == null ? 0 : value.integer(1, 10_000);
  }
}
