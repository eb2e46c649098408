package io.platelake.core.mapping;

import io.platelake.core.yaml.YamlValue;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** From YAML to {@link FileMapping}. */
public final class FileMappingReader {
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
      new TreeMap<>(
          Map.of(
              "csv", Layout.CSV,
              "json", Layout.JSON,
              "jsonl", Layout.JSON_LINES,
              "xml", Layout.XML,
              "pairs", Layout.PAIRS,
              "parquet", Layout.PARQUET,
              "avro", Layout.AVRO));

  public static final String[] KEYS = {
    "format",
    "encoding",
    "record",
    "each",
    "kind",
    "unread",
    "fields",
    "candidates",
    "images",
    "defaults",
    "null_values",
    "position_unit"
  };

  /** Neither a plate nor an instant may ever be assumed. */
  private static final Set<MappedField> NEVER_ASSUMED =
      Set.of(
          MappedField.PLATE,
          MappedField.CAPTURED_AT,
          MappedField.CAPTURED_MS,
          MappedField.EVENT_ID);

  private FileMappingReader() {}

  public static FileMapping mapping(YamlValue root, ZoneId feedZone) {
    Map<String, YamlValue> keys =
        root.object(
            Stream.concat(Arrays.stream(KEYS), RowFormatReader.KEYS.stream())
                .toArray(String[]::new));
    Layout layout = named(root.required(keys, "format"), FORMATS);
    refuseKeysOfOtherFormats(layout, keys);
    RowFormat rows = layout == Layout.CSV ? RowFormatReader.rows(keys) : RowFormat.PLAIN;
    SourceReader places = new SourceReader(layout == Layout.CSV, rows);
    YamlValue fieldsAt = root.required(keys, "fields");
    Map<String, YamlValue> fieldKeys = fieldsAt.object(fieldNames());
    Map<MappedField, Source> fields = new EnumMap<>(MappedField.class);
    fieldKeys.forEach((name, value) -> fields.put(field(name), places.source(value)));
    Map<MappedField, String> defaults = defaults(keys.get("defaults"));
    fieldsAt.required(fieldKeys, "plate");
    if (!defaults.containsKey(MappedField.CAMERA)) {
      fieldsAt.required(fieldKeys, "camera");
    }
    CaptureTime time = TimeReader.time(fieldsAt.required(fieldKeys, "captured_at"), feedZone);
    return new FileMapping(
        layout,
        keys.containsKey("encoding") ? named(keys.get("encoding"), ENCODINGS) : "UTF-8",
        rows,
        layout == Layout.XML ? SourceReader.words(root.required(keys, "record")) : Set.of(),
        keys.containsKey("each") ? places.path(keys.get("each")) : List.of(),
        kinds(keys.get("kind"), places),
        keys.containsKey("unread") ? places.condition(keys.get("unread")) : null,
        fields,
        keys.containsKey("candidates") ? places.candidates(keys.get("candidates")) : List.of(),
        keys.containsKey("images") ? places.images(keys.get("images")) : List.of(),
        time,
        keys.containsKey("position_unit")
            ? keys.get("position_unit").oneOf(List.of(PositionUnit.values()))
            : PositionUnit.DEGREES,
        defaults,
        keys.containsKey("null_values") ? SourceReader.words(keys.get("null_values")) : Set.of());
  }

  private static void refuseKeysOfOtherFormats(Layout layout, Map<String, YamlValue> keys) {
    for (String csvOnly : RowFormatReader.KEYS) {
      if (layout != Layout.CSV && keys.containsKey(csvOnly)) {
        throw keys.get(csvOnly).bad("only format csv has it", "Remove it");
      }
    }
    if (layout.isContainer() && keys.containsKey("encoding")) {
      throw keys.get("encoding").bad("text in this format is always UTF-8", "Remove it");
    }
    if (layout != Layout.XML && keys.containsKey("record")) {
      throw keys.get("record").bad("only format xml has it", "Remove it");
    }
    if (layout == Layout.CSV && keys.containsKey("each")) {
      throw keys.get("each").bad("a row is one read", "Remove it");
    }
  }

  private static <T> T named(YamlValue value, Map<String, T> known) {
    T found = known.get(value.text().toLowerCase(Locale.ROOT));
    if (found == null) {
      throw value.place().unknownValue(value.text(), known.keySet());
    }
    return found;
  }

  private static List<RecordKind> kinds(YamlValue value, SourceReader places) {
    List<RecordKind> kinds = new ArrayList<>();
    if (value == null) {
      return kinds;
    }
    for (YamlValue one : value.list()) {
      Map<String, YamlValue> keys = one.object("path", "reads", "not_reads", "absent", "others");
      kinds.add(
          new RecordKind(
              places.path(one.required(keys, "path")),
              keys.containsKey("reads") ? SourceReader.words(keys.get("reads")) : Set.of(),
              keys.containsKey("not_reads") ? SourceReader.words(keys.get("not_reads")) : Set.of(),
              is(keys.get("absent"), "read"),
              is(keys.get("others"), "not_read")));
    }
    return kinds;
  }

  private static boolean is(YamlValue value, String word) {
    if (value == null || value.text().equals("unknown")) {
      return false;
    }
    if (!value.text().equals(word)) {
      throw value.place().unknownValue(value.text(), List.of("unknown", word));
    }
    return true;
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

  private static String[] fieldNames() {
    return Arrays.stream(MappedField.values()).map(MappedField::key).toArray(String[]::new);
  }

  private static MappedField field(String key) {
    return MappedField.valueOf(key.toUpperCase(Locale.ROOT));
  }
}
