package io.platelake.core.format;

import io.platelake.core.text.Quotes;
import io.platelake.core.yaml.YamlValue;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From YAML to {@link RecordFormat}: the same keys in a feed and in a list. */
public final class RecordFormatReader {
  /** Every key that says how a file is written. */
  public static final List<String> KEYS =
      List.of(
          "format",
          "encoding",
          "delimiter",
          "quotes",
          "header",
          "columns",
          "cells",
          "length",
          "line_ends",
          "skip",
          "record");

  private static final Map<String, List<Layout>> ONLY =
      Map.of(
          "delimiter", List.of(Layout.CSV),
          "quotes", List.of(Layout.CSV),
          "columns", List.of(Layout.CSV),
          "cells", List.of(Layout.CSV),
          "length", List.of(Layout.FIXED),
          "line_ends", List.of(Layout.FIXED),
          "header", List.of(Layout.CSV, Layout.FIXED),
          "skip", List.of(Layout.CSV, Layout.FIXED),
          "record", List.of(Layout.XML));

  private static final int MOST = 999_999;

  private RecordFormatReader() {}

  /**
   * Takes the keys of a mapping; other keys in it are ignored.
   *
   * @param known layouts that the kind of definition has
   * @param header the first line of a CSV file that does not state it
   */
  public static RecordFormat format(
      YamlValue root, Map<String, YamlValue> keys, List<Layout> known, Header.Kind header) {
    Layout layout = layout(root.required(keys, "format"), known);
    requireKeysOf(layout, keys);
    Header first = header(keys.get("header"), layout, header);
    return new RecordFormat(
        layout,
        keys.containsKey("encoding") ? encoding(keys.get("encoding")) : null,
        first,
        layout == Layout.CSV ? rows(keys, first) : RowFormat.PLAIN,
        keys.containsKey("length") ? size(keys.get("length"), MOST) : null,
        keys.containsKey("line_ends") && unbroken(keys),
        keys.containsKey("skip") ? patterns(keys.get("skip")) : List.of(),
        layout == Layout.XML ? words(root.required(keys, "record")) : Set.of());
  }

  private static boolean unbroken(Map<String, YamlValue> keys) {
    YamlValue value = keys.get("line_ends");
    if (value.text().equals("any")) {
      return false;
    }
    if (!value.text().equals("none")) {
      throw value.place().unknownValue(value.text(), List.of("any", "none"));
    }
    YamlValue length = keys.get("length");
    if (length == null || length.isMapping()) {
      throw value.bad("needs the length of a record, one number", "Add for example length: 80");
    }
    length.integer(1, MOST);
    for (String key : List.of("header", "skip", "trailer")) {
      YamlValue other = keys.get(key);
      if (other != null && !(other.isText() && other.text().equals("none"))) {
        throw other.bad("only lines have it", "Remove it, or line_ends");
      }
    }
    return true;
  }

  private static Layout layout(YamlValue value, List<Layout> known) {
    return known.stream()
        .filter(layout -> layout.word().equalsIgnoreCase(value.text()))
        .findFirst()
        .orElseThrow(
            () ->
                value
                    .place()
                    .unknownValue(
                        value.text(), known.stream().map(Layout::word).sorted().toList()));
  }

  private static void requireKeysOf(Layout layout, Map<String, YamlValue> keys) {
    ONLY.forEach(
        (key, layouts) -> {
          if (keys.containsKey(key) && !layouts.contains(layout)) {
            String words = String.join(" and ", layouts.stream().map(Layout::word).toList());
            throw keys.get(key)
                .bad(
                    "only format " + words + (layouts.size() > 1 ? " have it" : " has it"),
                    "Remove it");
          }
        });
    if (layout.isContainer() && keys.containsKey("encoding")) {
      throw keys.get("encoding").bad("text in this format is always UTF-8", "Remove it");
    }
  }

  private static String encoding(YamlValue value) {
    try {
      return Charset.forName(value.text()).name();
    } catch (IllegalArgumentException e) {
      throw value.bad("is not a known encoding", "Write a name such as UTF-8");
    }
  }

  private static Header header(YamlValue value, Layout layout, Header.Kind absent) {
    if (value == null) {
      return layout == Layout.CSV ? new Header(absent, null) : Header.NONE;
    }
    if (value.isMapping()) {
      Map<String, YamlValue> keys = value.object(List.of("match", "pattern", "zone"));
      return new Header(Header.Kind.LINE, value.required(keys, "match").pattern().pattern());
    }
    Header.Kind kind = value.oneOf(List.of(Header.Kind.values()));
    if (layout != Layout.CSV && kind != Header.Kind.LINE && kind != Header.Kind.NONE) {
      throw value.bad(
          "a line of format " + layout.word() + " names no columns", "Write header: line");
    }
    return new Header(kind, null);
  }

  private static RowFormat rows(Map<String, YamlValue> keys, Header header) {
    YamlValue columns = keys.get("columns");
    boolean named = columns != null && columns.isList();
    List<String> names =
        named ? columns.list().stream().map(c -> c.text().strip()).toList() : List.of();
    if (named && header.is(Header.Kind.NAMES)) {
      throw columns.bad("the header names the columns", "Write header: none or optional");
    }
    if (!named && header.is(Header.Kind.OPTIONAL)) {
      throw keys.get("header").bad("its names are not known", "List the columns");
    }
    boolean python = keys.containsKey("cells");
    if (python && !keys.get("cells").text().equals("python")) {
      throw keys.get("cells").place().unknownValue(keys.get("cells").text(), List.of("python"));
    }
    return new RowFormat(
        keys.containsKey("delimiter") ? delimiter(keys.get("delimiter")) : ',',
        keys.containsKey("quotes")
            ? keys.get("quotes").oneOf(List.of(Quotes.values()))
            : Quotes.RFC4180,
        named || columns == null ? null : size(columns, 10_000),
        names,
        python);
  }

  private static char delimiter(YamlValue value) {
    String text = value.character().equals("tab") ? "\t" : value.character();
    if (text.length() != 1) {
      throw value.bad("is not one character", "Write for example delimiter: \";\"");
    }
    if ("\"\n\r".contains(text)) {
      throw value.bad("is a quote or line end, which cannot part columns", "Use another");
    }
    return text.charAt(0);
  }

  private static Size size(YamlValue value, int most) {
    if (!value.isMapping()) {
      return Size.of(value.integer(0, most));
    }
    Map<String, YamlValue> keys = value.object(List.of("min", "max"));
    int min = keys.containsKey("min") ? keys.get("min").integer(0, most) : 0;
    int max = keys.containsKey("max") ? keys.get("max").integer(0, most) : Integer.MAX_VALUE;
    if (min > max) {
      throw value.bad("has a min above its max", "Correct the two");
    }
    return new Size(min, max);
  }

  private static List<String> patterns(YamlValue value) {
    List<String> patterns = new ArrayList<>();
    value.list().forEach(one -> patterns.add(one.pattern().pattern()));
    return patterns;
  }

  private static Set<String> words(YamlValue list) {
    Set<String> words = new LinkedHashSet<>();
    list.list().forEach(one -> words.add(one.text().strip()));
    return words;
  }
}
