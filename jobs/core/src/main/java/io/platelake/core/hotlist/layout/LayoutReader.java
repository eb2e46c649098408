package io.platelake.core.hotlist.layout;

import io.platelake.core.format.Header;
import io.platelake.core.format.Layout;
import io.platelake.core.format.RecordFormat;
import io.platelake.core.format.RecordFormatReader;
import io.platelake.core.mapping.CommonWords;
import io.platelake.core.mapping.Meaning;
import io.platelake.core.mapping.RecordKind;
import io.platelake.core.mapping.Source;
import io.platelake.core.mapping.SourceReader;
import io.platelake.core.mapping.Wildcards;
import io.platelake.core.mapping.time.TimeReader;
import io.platelake.core.mapping.time.TimeSource;
import io.platelake.core.plate.PlateText;
import io.platelake.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From YAML to {@link ListLayout}. */
public final class LayoutReader {
  /** What people read about a layout; nothing is read by it. */
  static final List<String> ABOUT = List.of("title", "proof", "needs", "traps");

  /** Keys beside those of {@link RecordFormatReader}. */
  public static final List<String> KEYS =
      List.of(
          "each",
          "kind",
          "trailer",
          "letter_o_as_zero",
          "fillers",
          "wildcards",
          "fields",
          "defaults",
          "null_values");

  private static final List<Layout> LAYOUTS =
      Arrays.stream(Layout.values()).filter(layout -> !layout.isContainer()).toList();

  /** Neither a plate nor the time of an entry may ever be assumed. */
  private static final Set<ListField> NEVER_ASSUMED =
      Set.of(ListField.PLATE, ListField.BEGINS, ListField.EXPIRES);

  private final Map<String, YamlValue> keys;
  private final RecordFormat format;
  private final SourceReader places;
  private final boolean letterOAsZero;

  private LayoutReader(YamlValue yaml) {
    List<String> known = new ArrayList<>(ABOUT);
    known.addAll(RecordFormatReader.KEYS);
    known.addAll(KEYS);
    this.keys = yaml.object(known);
    this.format = RecordFormatReader.format(yaml, keys, LAYOUTS, Header.Kind.NONE);
    this.places = new SourceReader(format, keys.containsKey("each"));
    this.letterOAsZero =
        keys.containsKey("letter_o_as_zero") && keys.get("letter_o_as_zero").flag();
  }

  /** The layout in {@code written}, in the words of {@link CommonWords} or in earlier ones. */
  static ListLayout layout(YamlValue written) {
    return new LayoutReader(CommonWords.of(written)).layout();
  }

  private ListLayout layout() {
    requireKeysOfLines();
    Map<String, YamlValue> fields =
        keys.containsKey("fields")
            ? keys.get("fields")
                .object(Arrays.stream(ListField.values()).map(ListField::key).toList())
            : Map.of();
    Map<ListField, Source> sources = new EnumMap<>(ListField.class);
    fields.forEach((key, value) -> sources.put(field(key), source(field(key), value)));
    return new ListLayout(
        format,
        keys.containsKey("each") ? places.path(keys.get("each")) : List.of(),
        kinds(),
        keys.containsKey("trailer") ? trailer(keys.get("trailer")) : null,
        keys.containsKey("header") ? stated(keys.get("header")) : null,
        letterOAsZero,
        keys.containsKey("fillers") ? fillers(keys.get("fillers")) : Set.of(),
        keys.containsKey("wildcards") ? Wildcards.read(keys.get("wildcards")) : Wildcards.USUAL,
        sources,
        edge(fields, ListField.BEGINS),
        edge(fields, ListField.EXPIRES),
        defaults(),
        keys.containsKey("null_values") ? SourceReader.words(keys.get("null_values")) : Set.of());
  }

  private void requireKeysOfLines() {
    if (keys.containsKey("trailer") && !format.layout().isLines()) {
      throw keys.get("trailer").bad("only another format has it", "Remove it");
    }
    if (keys.containsKey("each") && format.layout().isLines()) {
      throw keys.get("each").bad("a line is one entry", "Remove it");
    }
  }

  private static ListField field(String key) {
    return ListField.of(key).orElseThrow();
  }

  private static TimeSource edge(Map<String, YamlValue> fields, ListField field) {
    YamlValue value = fields.get(field.key());
    return value == null ? TimeSource.iso(null) : TimeReader.edge(value);
  }

  private Source source(ListField field, YamlValue value) {
    return field == ListField.BEGINS || field == ListField.EXPIRES
        ? places.time(value)
        : places.source(value, meaning(field));
  }

  private Meaning meaning(ListField field) {
    return field == ListField.INSTRUCTIONS
        ? Meaning.VERBATIM
        : new Meaning(
            Map.of(),
            false,
            letterOAsZero && field.holdsLetters(),
            field == ListField.COLOR,
            false);
  }

  private List<RecordKind> kinds() {
    YamlValue kind = keys.get("kind");
    if (kind != null) {
      kind.list().forEach(one -> one.required(one.entries(), "wanted"));
    }
    return places.kinds(kind, meaning(ListField.CATEGORY));
  }

  private Map<ListField, String> defaults() {
    Map<ListField, String> defaults = new EnumMap<>(ListField.class);
    if (keys.containsKey("defaults")) {
      keys.get("defaults")
          .object(Arrays.stream(ListField.values()).map(ListField::key).toList())
          .forEach(
              (key, value) -> {
                if (NEVER_ASSUMED.contains(field(key))) {
                  throw value.bad("it has to come from the record", "Remove the default");
                }
                defaults.put(field(key), value.text());
              });
    }
    return defaults;
  }

  /** When the file was made, as its header says. */
  private static TimeSource stated(YamlValue header) {
    Map<String, YamlValue> keys = header.isMapping() ? header.entries() : Map.of();
    if (keys.containsKey("pattern") != keys.containsKey("zone")) {
      throw header.bad("needs pattern and zone together", "Add what is missing");
    }
    if (!keys.containsKey("pattern")) {
      return null;
    }
    keys.get("match").wantedPart();
    return TimeReader.instant(header, null);
  }

  private static Trailer trailer(YamlValue yaml) {
    Pattern match = yaml.pattern();
    return new Trailer(match, match.matcher("").groupCount() > 0);
  }

  private static Set<String> fillers(YamlValue yaml) {
    return yaml.list().stream()
        .map(YamlValue::text)
        .map(
            text ->
                PlateText.spelled(text)
                    .orElseThrow(() -> yaml.bad("holds a text that is not a plate", "Remove it")))
        .collect(Collectors.toUnmodifiableSet());
  }
}
