package io.platelake.core.hotlist;

import io.platelake.core.hotlist.ListLayout.Format;
import java.time.ZoneId;
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

  private static final Pattern SPAN = Pattern.compile("(\\d{1,5})(?::(\\d{1,5})?)?");

  private final Format format;
  private final Header.Kind header;

  FieldSourceReader(Format format, Header.Kind header) {
    this.format = format;
    this.header = header;
  }

  FieldSource source(ListYaml yaml) {
    if (!yaml.isMapping()) {
      return FieldSource.at(place(yaml));
    }
    Map<String, ListYaml> keys = yaml.entries(KEYS);
    if (keys.containsKey("at") == keys.containsKey("value")) {
      throw yaml.wrong(yaml.key() + " needs at or value, and not both", "Keep one of the two");
    }
    return new FieldSource(
        keys.containsKey("at") ? place(keys.get("at")) : null,
        keys.containsKey("value") ? keys.get("value").text() : null,
        keys.containsKey("match") ? match(keys.get("match")) : null,
        keys.containsKey("codes") ? codes(keys.get("codes")) : Map.of(),
        keys.containsKey("others") && others(keys.get("others")),
        keys.containsKey("date") ? date(keys.get("date")) : null,
        keys.containsKey("zone") ? zone(keys.get("zone")) : null);
  }

  /** The place of the type of a record. */
  FieldSource type(ListYaml yaml, Map<String, ListYaml> keys) {
    if (!keys.containsKey("at")) {
      throw yaml.wrong("record_type.at is missing", "Add it");
    }
    Pattern match = keys.containsKey("match") ? match(keys.get("match")) : null;
    return new FieldSource(place(keys.get("at")), null, match, Map.of(), false, null, null);
  }

  private FieldLocation place(ListYaml yaml) {
    String text = yaml.text().strip();
    if (text.isEmpty()) {
      throw yaml.wrong("key " + yaml.key() + ": it is missing or blank", "Say where it stands");
    }
    if (format == Format.JSON || header == Header.Kind.NAMES) {
      return new FieldLocation.Named(text);
    }
    if (format == Format.CSV) {
      int column = yaml.number();
      if (column == 0) {
        throw yaml.wrong(yaml.key() + ": columns count from 1", "Correct it");
      }
      return new FieldLocation.Column(column - 1);
    }
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw yaml.wrong(
          yaml.key() + " is no position", "Write from:to, counted from 0, such as \"27:37\"");
    }
    int from = Integer.parseInt(span.group(1));
    if (!text.contains(":")) {
      return new FieldLocation.Span(from, from + 1);
    }
    int to = span.group(2) == null ? -1 : Integer.parseInt(span.group(2));
    if (to >= 0 && to <= from) {
      throw yaml.wrong(yaml.key() + " ends before it starts", "Write from:to, to not included");
    }
    return new FieldLocation.Span(from, to);
  }

  private static Pattern match(ListYaml yaml) {
    Pattern match = LayoutReader.pattern(yaml);
    if (match.matcher("").groupCount() != 1) {
      throw yaml.wrong(yaml.key() + " has not one group", "Put the field into parentheses");
    }
    return match;
  }

  private static Map<String, String> codes(ListYaml yaml) {
    ListYaml table = yaml.isMapping() ? yaml : ShippedLayouts.table(yaml);
    Map<String, String> codes = new HashMap<>();
    table.entries().forEach((code, word) -> codes.put(code.toUpperCase(Locale.ROOT), word.text()));
    return codes;
  }

  private static boolean others(ListYaml yaml) {
    return switch (yaml.text()) {
      case "unknown" -> true;
      case "keep" -> false;
      default -> throw yaml.wrong(yaml.key() + " is neither keep nor unknown", "Use one of them");
    };
  }

  static String date(ListYaml yaml) {
    if (!LayoutReader.works(() -> DateTimeFormatter.ofPattern(yaml.text(), Locale.ROOT))) {
      throw yaml.wrong(yaml.key() + " is no pattern of a date", "Write one such as yyyyMMdd");
    }
    return yaml.text();
  }

  static ZoneId zone(ListYaml yaml) {
    if (!LayoutReader.works(() -> ZoneId.of(yaml.text()))) {
      throw yaml.wrong(
          yaml.key() + " is no time zone", "Write one such as America/Los_Angeles or UTC");
    }
    return ZoneId.of(yaml.text());
  }
}
