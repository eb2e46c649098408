package io.platelake.core.mapping;

import io.platelake.core.picture.PictureKind;
import io.platelake.core.picture.PictureSource;
import io.platelake.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From YAML to the places of a record: columns where the layout is rows, else paths. */
final class SourceReader {
  private final boolean rows;
  private final boolean numbered;
  private final boolean structured;

  /**
   * @param rows the layout is CSV
   * @param format how rows are written
   */
  SourceReader(boolean rows, RowFormat format) {
    this.rows = rows;
    this.numbered = format.header() == RowFormat.Header.ABSENT && format.names().isEmpty();
    this.structured = format.pythonCells();
  }

  Source source(YamlValue value) {
    if (!value.isMapping()) {
      return new Source(places(value));
    }
    // Format, pattern and zone belong to the time alone, see TimeReader.
    Map<String, YamlValue> keys =
        value.key().endsWith(".captured_at")
            ? value.object("column", "path", "match", "when", "else", "format", "pattern", "zone")
            : value.object("column", "path", "best", "value", "match", "when", "else");
    String wanted = rows ? "column" : "path";
    if (keys.containsKey("column") && keys.containsKey("path")) {
      throw value.bad("column and path are both given", "Keep " + wanted);
    }
    if (keys.containsKey("best") != keys.containsKey("value")) {
      throw value.bad("keys best and value come together", "Add or remove one");
    }
    return new Source(
        places(value.required(keys, wanted)),
        keys.containsKey("best") ? keys.get("best").text() : null,
        keys.containsKey("value") ? keys.get("value").text() : null,
        keys.containsKey("match") ? keys.get("match").wantedPart().pattern() : null,
        keys.containsKey("when") ? condition(keys.get("when")) : null,
        keys.containsKey("else") ? source(keys.get("else")) : null);
  }

  Condition condition(YamlValue value) {
    Map<List<String>, Set<String>> words = new LinkedHashMap<>();
    value.entries().forEach((name, list) -> words.put(place(list, name), words(list)));
    if (words.isEmpty()) {
      throw value.bad("no place is named", "Name at least one");
    }
    return new Condition(words);
  }

  List<CandidateSource> candidates(YamlValue value) {
    List<CandidateSource> all = new ArrayList<>();
    for (YamlValue one : value.list()) {
      if (one.isMapping()) {
        Map<String, YamlValue> keys = one.object("path", "column", "plate", "confidence");
        all.add(
            new CandidateSource(
                path(one.required(keys, rows ? "column" : "path")),
                keys.containsKey("plate") ? keys.get("plate").text() : null,
                keys.containsKey("confidence") ? keys.get("confidence").text() : null));
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
      Map<String, YamlValue> keys = one.object("kind", "path", "column");
      PictureKind kind = one.required(keys, "kind").oneOf(List.of(PictureKind.values()));
      List<String> path = path(one.required(keys, rows ? "column" : "path"));
      if (all.put(kind, new PictureSource(kind, path)) != null) {
        throw one.bad("the kind comes twice", "Keep one of them");
      }
    }
    return List.copyOf(all.values());
  }

  static Set<String> words(YamlValue list) {
    Set<String> words = new LinkedHashSet<>();
    list.list().forEach(one -> words.add(one.text().strip()));
    return words;
  }

  /** A path or column. */
  List<String> path(YamlValue value) {
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
    if (!rows || structured) {
      return names(at, text);
    }
    if (numbered && !text.matches("[1-9][0-9]{0,3}")) {
      throw at.bad("without a header columns have numbers", "Write its number, from 1");
    }
    return List.of(text);
  }

  /** {@code a.b.0}, or a JSON pointer {@code /a/b/0} where a name holds a dot. */
  private static List<String> names(YamlValue at, String text) {
    boolean pointer = text.startsWith("/");
    List<String> names =
        Arrays.asList((pointer ? text.substring(1) : text).split(pointer ? "/" : "\\.", -1));
    if (names.stream().anyMatch(String::isEmpty)) {
      throw at.bad("not a path", "Write names with dots between them, or a JSON pointer");
    }
    return pointer
        ? names.stream().map(name -> name.replace("~1", "/").replace("~0", "~")).toList()
        : names;
  }
}
