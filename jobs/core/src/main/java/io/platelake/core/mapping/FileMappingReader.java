package io.platelake.core.mapping;

import io.platelake.core.format.Header;
import io.platelake.core.format.Layout;
import io.platelake.core.format.RecordFormat;
import io.platelake.core.format.RecordFormatReader;
import io.platelake.core.mapping.time.TimeReader;
import io.platelake.core.mapping.time.TimeSource;
import io.platelake.core.yaml.YamlValue;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** From YAML to {@link FileMapping}. */
public final class FileMappingReader {
  /** Keys beside those of {@link RecordFormatReader}. */
  public static final List<String> KEYS =
      List.of(
          "each",
          "kind",
          "unread",
          "fields",
          "candidates",
          "images",
          "defaults",
          "null_values",
          "position_unit");

  /** Neither a plate nor an instant may ever be assumed. */
  private static final Set<MappedField> NEVER_ASSUMED =
      Set.of(
          MappedField.PLATE,
          MappedField.CAPTURED_AT,
          MappedField.CAPTURED_MS,
          MappedField.EVENT_ID);

  private FileMappingReader() {}

  /**
   * The mapping in {@code written}, in the words of {@link CommonWords} or in earlier ones.
   *
   * @param feedZone zone of local times; null when the feed states none
   */
  public static FileMapping mapping(YamlValue written, ZoneId feedZone) {
    YamlValue root = CommonWords.of(written);
    Map<String, YamlValue> keys =
        root.object(Stream.concat(RecordFormatReader.KEYS.stream(), KEYS.stream()).toList());
    RecordFormat format =
        RecordFormatReader.format(root, keys, List.of(Layout.values()), Header.Kind.NAMES);
    if (format.layout().isLines() && keys.containsKey("each")) {
      throw keys.get("each").bad("a row is one read", "Remove it");
    }
    SourceReader places = new SourceReader(format, keys.containsKey("each"));
    YamlValue fieldsAt = root.required(keys, "fields");
    Map<String, YamlValue> fieldKeys = fieldsAt.object(fieldNames());
    Map<MappedField, Source> fields = new EnumMap<>(MappedField.class);
    fieldKeys.forEach((name, value) -> fields.put(field(name), source(field(name), value, places)));
    Map<MappedField, String> defaults = defaults(keys.get("defaults"));
    fieldsAt.required(fieldKeys, "plate");
    if (!defaults.containsKey(MappedField.CAMERA)) {
      fieldsAt.required(fieldKeys, "camera");
    }
    TimeSource time = TimeReader.instant(fieldsAt.required(fieldKeys, "captured_at"), feedZone);
    return new FileMapping(
        format,
        keys.containsKey("each") ? places.path(keys.get("each")) : List.of(),
        places.kinds(keys.get("kind"), Meaning.PLAIN),
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

  private static Source source(MappedField field, YamlValue value, SourceReader places) {
    if (field == MappedField.CAPTURED_AT) {
      return assumingNothing(value, places.time(value));
    }
    Source source =
        places.source(
            value,
            field == MappedField.COLOR
                ? new Meaning(Map.of(), false, false, true, false)
                : Meaning.PLAIN);
    return NEVER_ASSUMED.contains(field) ? assumingNothing(value, source) : source;
  }

  private static Source assumingNothing(YamlValue at, Source source) {
    for (Source s = source; s != null; s = s.otherwise()) {
      if (s.value() != null) {
        throw at.bad("it has to come from the record", "Remove the value");
      }
    }
    return source;
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

  private static List<String> fieldNames() {
    return Arrays.stream(MappedField.values()).map(MappedField::key).toList();
  }

  private static MappedField field(String key) {
    return MappedField.valueOf(key.toUpperCase(Locale.ROOT));
  }
}
