package io.platelake.core.hotlist.layout;

import io.platelake.core.hotlist.layout.ListLayout.Format;
import io.platelake.core.hotlist.layout.ListLayout.Size;
import io.platelake.core.plate.PlateText;
import io.platelake.core.yaml.YamlValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From YAML to {@link ListLayout}. */
public final class LayoutReader {
  /** What people read about a layout; nothing is read by it. */
  static final List<String> ABOUT = List.of("title", "proof", "needs", "traps");

  public static final List<String> KEYS =
      List.of(
          "format",
          "encoding",
          "delimiter",
          "quotes",
          "header",
          "trailer",
          "length",
          "cells",
          "record_type",
          "skip",
          "letter_o_as_zero",
          "fillers",
          "wildcards",
          "fields");

  private static final Map<String, BiFunction<Map<String, YamlValue>, Format, Boolean>> ONLY =
      Map.of(
          "delimiter", (k, f) -> f == Format.CSV,
          "quotes", (k, f) -> f == Format.CSV,
          "cells", (k, f) -> f == Format.CSV,
          "length", (k, f) -> f == Format.FIXED,
          "header", (k, f) -> f != Format.JSON,
          "trailer", (k, f) -> f != Format.JSON,
          "skip", (k, f) -> f != Format.JSON);

  private LayoutReader() {}

  static ListLayout layout(YamlValue yaml) {
    List<String> known = new ArrayList<>(ABOUT);
    known.addAll(KEYS);
    Map<String, YamlValue> keys = yaml.object(known);
    Format format = yaml.required(keys, "format").oneOf(List.of(Format.values()));
    ONLY.forEach(
        (key, fits) -> {
          if (keys.containsKey(key) && !fits.apply(keys, format)) {
            throw keys.get(key).bad("only another format has it", "Remove it");
          }
        });
    Header header = header(keys.get("header"), format);
    FieldSourceReader places = new FieldSourceReader(format, header.kind());
    Map<ListField, FieldSource> fields = new EnumMap<>(ListField.class);
    if (keys.containsKey("fields")) {
      keys.get("fields")
          .object(Arrays.stream(ListField.values()).map(ListField::key).toList())
          .forEach((key, source) -> fields.put(ListField.of(key).get(), places.source(source)));
    }
    Map<String, YamlValue> type =
        keys.containsKey("record_type")
            ? keys.get("record_type").object(List.of("at", "match", "known"))
            : null;
    return new ListLayout(
        format,
        keys.containsKey("encoding") ? encoding(keys.get("encoding")) : StandardCharsets.UTF_8,
        keys.containsKey("delimiter") ? delimiter(keys.get("delimiter")) : ',',
        keys.containsKey("quotes")
            ? keys.get("quotes").oneOf(List.of(Quotes.values()))
            : Quotes.RFC4180,
        header,
        keys.containsKey("trailer") ? trailer(keys.get("trailer")) : null,
        size(keys.getOrDefault("length", keys.get("cells"))),
        type == null ? null : places.type(keys.get("record_type"), type),
        type == null
            ? Set.of()
            : Set.copyOf(texts(keys.get("record_type").required(type, "known"))),
        keys.containsKey("skip") ? patterns(keys.get("skip")) : List.of(),
        keys.containsKey("letter_o_as_zero") && keys.get("letter_o_as_zero").flag(),
        keys.containsKey("fillers") ? fillers(keys.get("fillers")) : Set.of(),
        keys.containsKey("wildcards") ? wildcards(keys.get("wildcards")) : Wildcards.USUAL,
        fields);
  }

  /** The elements of a list; a single text is a list of one. */
  private static List<String> texts(YamlValue yaml) {
    return yaml.list().stream().map(YamlValue::text).toList();
  }

  static Charset encoding(YamlValue yaml) {
    try {
      return Charset.forName(yaml.text());
    } catch (IllegalArgumentException e) {
      throw yaml.bad("is not a known encoding", "Write a name such as UTF-8");
    }
  }

  static char delimiter(YamlValue yaml) {
    String text = yaml.character().equals("tab") ? "\t" : yaml.character();
    if (text.length() != 1) {
      throw yaml.bad("is not one character", "Write for example delimiter: \";\"");
    }
    if ("\"\n\r".contains(text)) {
      throw yaml.bad("is a quote or line end, which cannot part columns", "Use another");
    }
    return text.charAt(0);
  }

  private static Header header(YamlValue yaml, Format format) {
    if (yaml == null) {
      return Header.NONE;
    }
    if (!yaml.isMapping()) {
      Header.Kind kind = yaml.oneOf(List.of(Header.Kind.values()));
      if (kind == Header.Kind.NAMES && format != Format.CSV) {
        throw yaml.bad("a line of " + format + " names no columns", "Write header: line");
      }
      return kind == Header.Kind.NAMES
          ? Header.NAMES
          : kind == Header.Kind.LINE ? Header.LINE : Header.NONE;
    }
    Map<String, YamlValue> keys = yaml.object(List.of("match", "time", "zone"));
    YamlValue match = yaml.required(keys, "match");
    if (keys.containsKey("time") != keys.containsKey("zone")) {
      throw yaml.bad("needs time and zone together", "Add what is missing");
    }
    return new Header(
        Header.Kind.LINE,
        keys.containsKey("time") ? match.wantedPart() : match.pattern(),
        keys.containsKey("time") ? FieldSourceReader.date(keys.get("time")) : null,
        keys.containsKey("zone") ? keys.get("zone").zone() : null);
  }

  private static Trailer trailer(YamlValue yaml) {
    Pattern match = yaml.pattern();
    return new Trailer(match, match.matcher("").groupCount() > 0);
  }

  private static Size size(YamlValue yaml) {
    if (yaml == null) {
      return null;
    }
    if (!yaml.isMapping()) {
      return new Size(length(yaml), length(yaml));
    }
    Map<String, YamlValue> keys = yaml.object(List.of("min", "max"));
    Size size =
        new Size(
            keys.containsKey("min") ? length(keys.get("min")) : 0,
            keys.containsKey("max") ? length(keys.get("max")) : Integer.MAX_VALUE);
    if (size.min() > size.max()) {
      throw yaml.bad("has a min above its max", "Correct the two");
    }
    return size;
  }

  private static List<Pattern> patterns(YamlValue yaml) {
    return yaml.list().stream().map(YamlValue::pattern).toList();
  }

  private static int length(YamlValue yaml) {
    return yaml.integer(0, 999_999);
  }

  private static Set<String> fillers(YamlValue yaml) {
    return texts(yaml).stream()
        .map(
            text ->
                PlateText.spelled(text)
                    .orElseThrow(() -> yaml.bad("holds a text that is not a plate", "Remove it")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is written otherwise than usual; a character that plates are made of is none. */
  private static Wildcards wildcards(YamlValue yaml) {
    Map<String, YamlValue> keys = yaml.object(List.of("one", "any"));
    String one = keys.containsKey("one") ? keys.get("one").text() : "";
    String any = keys.containsKey("any") ? keys.get("any").text() : "";
    String all = one + any;
    if (all.isEmpty()
        || all.chars().distinct().count() != all.length()
        || all.chars().anyMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-')) {
      throw yaml.bad(
          "does not hold different characters that no plate has",
          "Write for example one: \"?.\" and any: \"*\"");
    }
    return new Wildcards(one, any);
  }

  /** Whether Java knows the time zone or the date pattern that {@code use} takes. */
  static boolean works(Runnable use) {
    try {
      use.run();
      return true;
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }
}
