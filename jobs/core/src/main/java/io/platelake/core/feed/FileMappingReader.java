package io.platelake.core.feed;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** From YAML to {@link FileMapping}. */
final class FileMappingReader {
  /** Charsets in which a line feed, a quote and a delimiter are the one byte they are in ASCII. */
  private static final Map<String, String> ENCODINGS =
      new TreeMap<>(
          Map.of(
              "utf-8", "UTF-8",
              "us-ascii", "US-ASCII",
              "iso-8859-1", "ISO-8859-1",
              "iso-8859-15", "ISO-8859-15",
              "windows-1252", "windows-1252"));

  private static final Map<String, Layout> FORMATS =
      new TreeMap<>(Map.of("csv", Layout.CSV, "json", Layout.JSON, "jsonl", Layout.JSON_LINES));

  /** Neither a plate nor an instant may ever be assumed. */
  private static final Set<MappedField> NEVER_ASSUMED =
      Set.of(MappedField.PLATE, MappedField.CAPTURED_AT, MappedField.EVENT_ID);

  private FileMappingReader() {}

  static FileMapping mapping(YamlValue root, ZoneId feedZone) {
    Map<String, YamlValue> keys =
        root.object(
            "format",
            "delimiter",
            "encoding",
            "header",
            "columns",
            "fields",
            "defaults",
            "null_values");
    Layout layout = named(FeedDefinitionReader.required(root, keys, "format"), FORMATS);
    if (layout != Layout.CSV) {
      for (String csvOnly : List.of("delimiter", "header", "columns")) {
        if (keys.containsKey(csvOnly)) {
          throw keys.get(csvOnly).bad("only format csv has it", "Remove it");
        }
      }
    }
    boolean header = !keys.containsKey("header") || keys.get("header").flag();
    YamlValue fieldsAt = FeedDefinitionReader.required(root, keys, "fields");
    Map<String, YamlValue> fieldKeys = fieldsAt.object(fieldNames());
    Map<MappedField, FileMapping.Source> fields = new EnumMap<>(MappedField.class);
    fieldKeys.forEach((name, value) -> fields.put(field(name), source(value, layout, header)));
    Map<MappedField, String> defaults = defaults(keys.get("defaults"));
    FeedDefinitionReader.required(fieldsAt, fieldKeys, "plate");
    if (!defaults.containsKey(MappedField.CAMERA)) {
      FeedDefinitionReader.required(fieldsAt, fieldKeys, "camera");
    }
    CaptureTime time =
        time(FeedDefinitionReader.required(fieldsAt, fieldKeys, "captured_at"), feedZone);
    return new FileMapping(
        layout,
        delimiter(keys.get("delimiter")),
        keys.containsKey("encoding") ? named(keys.get("encoding"), ENCODINGS) : "UTF-8",
        header,
        columns(keys.get("columns")),
        fields,
        time,
        defaults,
        nullValues(keys.get("null_values")));
  }

  private static <T> T named(YamlValue value, Map<String, T> known) {
    T found = known.get(value.text().toLowerCase(Locale.ROOT));
    if (found == null) {
      throw value.bad("not one of the known values", "Known: " + String.join(", ", known.keySet()));
    }
    return found;
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

  private static int columns(YamlValue value) {
    if (value == null) {
      return 0;
    }
    double number = value.number();
    if (number != Math.rint(number) || number < 1 || number > 10_000) {
      throw value.bad("not a number of columns", "Use a whole number from 1 to 10000");
    }
    return (int) number;
  }

  private static FileMapping.Source source(YamlValue value, Layout layout, boolean header) {
    YamlValue place = value;
    if (value.isObject()) {
      // Format, pattern and zone belong to the time alone, so they are allowed by time() only.
      Map<String, YamlValue> keys =
          value.key().endsWith(".captured_at")
              ? value.object("column", "path", "format", "pattern", "zone")
              : value.object("column", "path");
      String wanted = layout == Layout.CSV ? "column" : "path";
      if (keys.containsKey("column") && keys.containsKey("path")) {
        throw value.bad("column and path are both given", "Keep " + wanted);
      }
      place = FeedDefinitionReader.required(value, keys, wanted);
    }
    List<List<String>> paths = new ArrayList<>();
    for (YamlValue one : place.list()) {
      paths.add(layout == Layout.CSV ? List.of(column(one, header)) : path(one));
    }
    if (paths.isEmpty()) {
      throw place.bad("no place is named", "Name at least one");
    }
    return new FileMapping.Source(paths);
  }

  private static String column(YamlValue value, boolean header) {
    if (!header && !value.text().matches("[1-9][0-9]{0,3}")) {
      throw value.bad("without a header columns have numbers", "Write its number, from 1");
    }
    return value.text().strip();
  }

  /** {@code a.b.0}, or a JSON pointer {@code /a/b/0} where a name holds a dot. */
  private static List<String> path(YamlValue value) {
    String text = value.text().strip();
    boolean pointer = text.startsWith("/");
    List<String> names =
        Arrays.asList((pointer ? text.substring(1) : text).split(pointer ? "/" : "\\.", -1));
    if (names.stream().anyMatch(String::isEmpty)) {
      throw value.bad("not a path", "Write names with dots between them, or a JSON pointer");
    }
    return pointer
        ? names.stream().map(name -> name.replace("~1", "/").replace("~0", "~")).toList()
        : names;
  }

  private static CaptureTime time(YamlValue value, ZoneId feedZone) {
    if (!value.isObject()) {
      return CaptureTime.iso(feedZone);
    }
    Map<String, YamlValue> keys = value.object("column", "path", "format", "pattern", "zone");
    TimeFormat format =
        keys.containsKey("format")
            ? keys.get("format").oneOf(List.of(TimeFormat.values()))
            : TimeFormat.ISO;
    ZoneId zone = keys.containsKey("zone") ? FeedDefinitionReader.zone(keys.get("zone")) : feedZone;
    if (format.isEpoch() && keys.containsKey("zone")) {
      throw keys.get("zone").bad("an epoch number is UTC", "Remove the zone");
    }
    if ((format == TimeFormat.PATTERN) != keys.containsKey("pattern")) {
      throw value.bad("format pattern and key pattern come together", "Add or remove one");
    }
    if (format == TimeFormat.PATTERN) {
      return pattern(keys.get("pattern"), zone);
    }
    return new CaptureTime(format, null, zone);
  }

  /** Tries the pattern on one instant, so that a wrong one is found before any file is. */
  private static CaptureTime pattern(YamlValue value, ZoneId zone) {
    CaptureTime time = new CaptureTime(TimeFormat.PATTERN, value.text(), zone);
    LocalDateTime sample = LocalDateTime.of(2025, 7, 14, 16, 42, 0);
    try {
      DateTimeFormatter formatter = CaptureTime.formatter(value.text());
      String written = formatter.format(sample.atOffset(ZoneOffset.UTC));
      CaptureTime.Reader reader =
          new CaptureTime(TimeFormat.PATTERN, value.text(), ZoneOffset.UTC).reader();
      if (!reader.read(written).equals(Optional.of(sample.toInstant(ZoneOffset.UTC)))) {
        throw value.bad(
            "the pattern does not state date, hour and minute",
            "Write all of them; see DateTimeFormatter");
      }
      if (zone == null && time.reader().read(written).isEmpty()) {
        throw value.bad("these times state no zone", "Add zone here or time_zone to the feed");
      }
      return time;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw value.bad("not a pattern of dates", "See java.time.format.DateTimeFormatter");
    }
  }

  private static Map<MappedField, String> defaults(YamlValue value) {
    Map<MappedField, String> defaults = new EnumMap<>(MappedField.class);
    if (value == null) {
      return defaults;
    }
    value
        .object(fieldNames())
        .forEach(
            (name, entry) -> {
              if (NEVER_ASSUMED.contains(field(name))) {
                throw entry.bad("it has to come from the record", "Remove the default");
              }
              defaults.put(field(name), entry.text());
            });
    return defaults;
  }

  private static Set<String> nullValues(YamlValue value) {
    Set<String> values = new LinkedHashSet<>();
    if (value != null) {
      value.list().forEach(one -> values.add(one.text().strip()));
    }
    return values;
  }

  private static String[] fieldNames() {
    return Arrays.stream(MappedField.values()).map(MappedField::key).toArray(String[]::new);
  }

  private static MappedField field(String key) {
    return MappedField.valueOf(key.toUpperCase(Locale.ROOT));
  }
}
