package io.platelake.core.mapping;

import io.platelake.core.format.RecordFormat;
import io.platelake.core.mapping.time.TimeReader;
import io.platelake.core.picture.PictureKind;
import io.platelake.core.picture.PictureSource;
import io.platelake.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** From YAML to the places of a record. It takes the words of {@link CommonWords} alone. */
public final class SourceReader {
  /** Keys of a field that is more than a place. */
  public static final List<String> KEYS =
      List.of("at", "value", "match", "codes", "others", "best", "take", "when", "else");

  private static final List<String> WITH_TIME =
      Stream.concat(KEYS.stream(), TimeReader.KEYS.stream()).toList();

  /** A dot that no bracket of a selector is around. */
  private static final String OUTSIDE_BRACKETS = "\\.(?![^\\[]*\\])";

  private final PlaceStyle style;
  private final boolean ofElements;

  /**
   * @param format of the records
   * @param ofElements whether records are elements of a list in a document: key {@code each}
   */
  public SourceReader(RecordFormat format, boolean ofElements) {
    this.style = PlaceStyle.of(format);
    this.ofElements = ofElements;
  }

  /** The source of a field whose text means itself unless it has codes. */
  public Source source(YamlValue value) {
    return source(value, Meaning.PLAIN, KEYS);
  }

  /** The source of a field whose text has such a meaning. */
  public Source source(YamlValue value, Meaning meaning) {
    return source(value, meaning, KEYS);
  }

  /** The source of an instant: its format, pattern and zone are read by {@link TimeReader}. */
  public Source time(YamlValue value) {
    return source(value, Meaning.PLAIN, WITH_TIME);
  }

  private Source source(YamlValue value, Meaning meaning, List<String> known) {
    if (!value.isMapping()) {
      return new Source(places(value), null, null, null, null, meaning, null, null);
    }
    Map<String, YamlValue> keys = value.object(known);
    if (keys.containsKey("at") == keys.containsKey("value")) {
      throw value.bad("needs at or value, and not both", "Keep one of the two");
    }
    if (keys.containsKey("best") != keys.containsKey("take")) {
      throw value.bad("keys best and take come together", "Add or remove one");
    }
    return new Source(
        keys.containsKey("at") ? places(keys.get("at")) : List.of(),
        keys.containsKey("value") ? constant(keys.get("value"), meaning) : null,
        text(keys.get("best")),
        text(keys.get("take")),
        keys.containsKey("match") ? keys.get("match").wantedPart().pattern() : null,
        meaning(keys, meaning),
        keys.containsKey("when") ? condition(keys.get("when")) : null,
        keys.containsKey("else") ? source(keys.get("else"), meaning, KEYS) : null);
  }

  private static String constant(YamlValue value, Meaning meaning) {
    return meaning.verbatim() ? value.text() : value.text().strip();
  }

  private static String text(YamlValue value) {
    return value == null ? null : value.text();
  }

  private static Meaning meaning(Map<String, YamlValue> keys, Meaning meaning) {
    YamlValue others = keys.get("others");
    boolean unknown = others != null && isUnknown(others);
    return keys.containsKey("codes") || unknown
        ? meaning.with(keys.containsKey("codes") ? codes(keys.get("codes")) : Map.of(), unknown)
        : meaning;
  }

  private static Map<String, String> codes(YamlValue value) {
    YamlValue table = value.isMapping() ? value : CodeTables.get(value);
    Map<String, String> codes = new HashMap<>();
    table.entries().forEach((code, word) -> codes.put(code.toUpperCase(Locale.ROOT), word.text()));
    return codes;
  }

  private static boolean isUnknown(YamlValue others) {
    return switch (others.text()) {
      case "unknown" -> true;
      case "keep" -> false;
      default -> throw others.place().unknownValue(others.text(), List.of("keep", "unknown"));
    };
  }

  public Condition condition(YamlValue value) {
    Map<List<String>, Set<String>> words = new LinkedHashMap<>();
    value.entries().forEach((name, list) -> words.put(place(list, name), words(list)));
    if (words.isEmpty()) {
      throw value.bad("no place is named", "Name at least one");
    }
    return new Condition(words);
  }

  /**
   * What tells wanted records from others.
   *
   * @param value a mapping or a list of them; null for no such place
   * @param meaning of the words there
   */
  public List<RecordKind> kinds(YamlValue value, Meaning meaning) {
    List<RecordKind> kinds = new ArrayList<>();
    if (value == null) {
      return kinds;
    }
    for (YamlValue one : value.list()) {
      Map<String, YamlValue> keys =
          one.object("at", "match", "wanted", "unwanted", "absent", "others", "in");
      YamlValue at = one.required(keys, "at");
      String match = keys.containsKey("match") ? keys.get("match").wantedPart().pattern() : null;
      kinds.add(
          new RecordKind(
              new Source(places(at), null, null, null, match, meaning, null, null),
              keys.containsKey("wanted") ? words(keys.get("wanted")) : Set.of(),
              keys.containsKey("unwanted") ? words(keys.get("unwanted")) : Set.of(),
              is(keys.get("absent"), "wanted", "read"),
              others(keys.get("others")),
              isInElement(keys.get("in"))));
    }
    return kinds;
  }

  private static RecordKind.Others others(YamlValue value) {
    return value == null
        ? RecordKind.Others.UNSTATED
        : is(value, "unwanted", "not_read")
            ? RecordKind.Others.UNWANTED
            : RecordKind.Others.UNKNOWN;
  }

  private boolean isInElement(YamlValue value) {
    if (value != null && !ofElements) {
      throw value.bad("no record is an element, since the mapping has no each", "Remove it");
    }
    if (value != null && !value.text().equals("each")) {
      throw value.place().unknownValue(value.text(), List.of("each"));
    }
    return value != null;
  }

  private static boolean is(YamlValue value, String word, String earlierWord) {
    if (value == null || value.text().equals("unknown")) {
      return false;
    }
    if (!value.text().equals(word) && !value.text().equals(earlierWord)) {
      throw value.place().unknownValue(value.text(), List.of("unknown", word));
    }
    return true;
  }

  List<CandidateSource> candidates(YamlValue value) {
    List<CandidateSource> all = new ArrayList<>();
    for (YamlValue one : value.list()) {
      if (one.isMapping()) {
        Map<String, YamlValue> keys = one.object("at", "plate", "confidence");
        all.add(
            new CandidateSource(
                path(one.required(keys, "at")),
                text(keys.get("plate")),
                text(keys.get("confidence"))));
      } else {
        all.add(new CandidateSource(path(one), null, null));
      }
    }
    return all;
  }

  /** One place a kind: a second picture of the kind would have the same key. */
  List<PictureSource> images(YamlValue value) {
    Map<PictureKind, PictureSource> all = new LinkedHashMap<>();
    for (YamlValue one : value.list()) {
      Map<String, YamlValue> keys = one.object("kind", "at");
      PictureKind kind = one.required(keys, "kind").oneOf(List.of(PictureKind.values()));
      List<String> path = path(one.required(keys, "at"));
      if (all.put(kind, new PictureSource(kind, path)) != null) {
        throw one.bad("the kind comes twice", "Keep one of them");
      }
    }
    return List.copyOf(all.values());
  }

  /** The elements of a list; a single word is a list of one. */
  public static Set<String> words(YamlValue list) {
    Set<String> words = new LinkedHashSet<>();
    list.list().forEach(one -> words.add(one.text().strip()));
    return words;
  }

  /** A path, column or position. */
  public List<String> path(YamlValue value) {
    return place(value, value.text());
  }

  private List<List<String>> places(YamlValue place) {
    List<List<String>> paths = new ArrayList<>();
    for (YamlValue one : place.list()) {
      paths.add(path(one));
    }
    if (paths.isEmpty()) {
      throw place.bad("no place is named", "Name at least one");
    }
    return paths;
  }

  private List<String> place(YamlValue at, String written) {
    String text = written.strip();
    switch (style) {
      case PATH -> {
        return names(at, text);
      }
      case NUMBER -> {
        if (!text.matches("[1-9][0-9]{0,3}")) {
          throw at.bad("without a header columns have numbers", "Write its number, from 1");
        }
      }
      case SPAN -> Spans.check(at, text);
      case NAME -> {
        // Any text may be the name of a column.
      }
    }
    return List.of(text);
  }

  /**
   * {@code a.b.0}, {@code a[key=word].b} into a list of names and values, or a JSON pointer {@code
   * /a/b/0} where a name holds a dot. {@code .} is the element of a list itself.
   */
  private List<String> names(YamlValue at, String text) {
    if (text.equals(RecordPlaces.SELF) || text.equals(RecordPlaces.ROOT)) {
      if (!ofElements) {
        throw at.bad("is an element of a list, and the mapping has no each", "Add each");
      }
      return List.of(RecordPlaces.SELF);
    }
    boolean pointer = text.startsWith("/");
    List<String> names = new ArrayList<>();
    for (String name :
        (pointer ? text.substring(1) : text).split(pointer ? "/" : OUTSIDE_BRACKETS, -1)) {
      if (name.isEmpty()) {
        throw at.bad("not a path", "Write names with dots between them, or a JSON pointer");
      }
      Matcher selected = ListSelector.in(name);
      if (!selected.matches()) {
        names.add(pointer ? name.replace("~1", "/").replace("~0", "~") : name);
        continue;
      }
      if (!selected.group(1).isEmpty()) {
        names.add(selected.group(1));
      }
      names.add(selected.group(2));
    }
    return names;
  }
}
