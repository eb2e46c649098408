package io.platelake.core.hotlist.layout;

import io.platelake.core.hotlist.layout.ListLayout.Format;
import io.platelake.core.yaml.YamlValue;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From YAML to {@link FieldSource}: the value of {@code fields} of a layout. */
final class FieldSourceReader {
  /** Keys of a field that is more than a place, and what each is for. */
  static final List<String> KEYS =
      List.of("at", "value", "match", "codes", "others", "date", "zone");

  private static final int LAST_COLUMN = 999_999;
  private static final Pattern SPAN = Pattern.compile("(\\d{1,5})(?::(\\d{1,5})?)?");

  private final Format format;
  private final Header.Kind header;

  FieldSourceReader(Format format, Header.Kind header) {
    this.format = format;
    this.header = header;
  }

  FieldSource source(YamlValue yaml) {
    if (!yaml.isMapping()) {
      return FieldSource.at(place(yaml));
    }
    Map<String, YamlValue> keys = yaml.object(KEYS);
    if (keys.containsKey("at") == keys.containsKey("value")) {
      throw yaml.bad("needs at or value, and not both", "Keep one of the two");
    }
    return new FieldSource(
        keys.containsKey("at") ? place(keys.get("at")) : null,
        keys.containsKey("value") ? keys.get("value").text() : null,
        keys.containsKey("match") ? keys.get("match").wantedPart() : null,
        keys.containsKey("codes") ? codes(keys.get("codes")) : Map.of(),
        keys.containsKey("others") && others(keys.get("others")),
        keys.containsKey("date") ? date(keys.get("date")) : null,
        keys.containsKey("zone") ? keys.get("zone").zone() : null);
  }

  /** The place of the type of a record. */
  FieldSource type(YamlValue yaml, Map<String, YamlValue> keys) {
    YamlValue at = yaml.required(keys, "at");
    Pattern match = keys.containsKey("match") ? keys.get("match").wantedPart() : null;
    return new FieldSource(place(at), null, match, Map.of(), false, null, null);
  }

  private FieldLocation place(YamlValue yaml) {
    String text = yaml.text().strip();
    if (format == Format.JSON || header == Header.Kind.NAMES) {
      return new FieldLocation.Named(text);
    }
    if (format == Format.CSV) {
      return new FieldLocation.Column(yaml.integer(1, LAST_COLUMN) - 1);
    }
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw yaml.bad("is not a position", "Write from:to, counted from 0, such as \"27:37\"");
    }
    int from = Integer.parseInt(span.group(1));
    if (!text.contains(":")) {
      return new FieldLocation.Span(from, from + 1);
    }
    int to = span.group(2) == null ? -1 : Integer.parseInt(span.group(2));
    if (to >= 0 && to <= from) {
      throw yaml.bad("ends before it starts", "Write from:to, to not included");
    }
    return new FieldLocation.Span(from, to);
  }

  private static Map<String, String> codes(YamlValue yaml) {
    YamlValue table = yaml.isMapping() ? yaml : ShippedLayouts.table(yaml);
    Map<String, String> codes = new HashMap<>();
    table.entries().forEach((code, word) -> codes.put(code.toUpperCase(Locale.ROOT), word.text()));
    return codes;
  }

  private static boolean others(YamlValue yaml) {
    return switch (yaml.text()) {
      case "unknown" -> true;
      case "keep" -> false;
      default -> throw yaml.place().unknownValue(yaml.text(), List.of("keep", "unknown"));
    };
  }

  static String date(YamlValue yaml) {
    if (!LayoutReader.works(() -> DateTimeFormatter.ofPattern(yaml.text(), Locale.ROOT))) {
      throw yaml.bad("is not a pattern of dates", "Write one such as yyyyMMdd");
    }
    return yaml.text();
  }
}
