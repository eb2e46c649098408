package io.platelake.core.hotlist;

import io.platelake.core.hotlist.ListLayout.Format;
import io.platelake.core.hotlist.ListLayout.Size;
import io.platelake.core.plate.PlateText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** From YAML to {@link ListLayout}. */
final class LayoutReader {
  /** What people read about a layout; nothing is read by it. */
  static final List<String> ABOUT = List.of("title", "proof", "needs", "traps");

  static final List<String> KEYS =
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

  private static final Map<String, BiFunction<Map<String, ListYaml>, Format, Boolean>> ONLY =
      Map.of(
          "delimiter", (k, f) -> f == Format.CSV,
          "quotes", (k, f) -> f == Format.CSV,
          "cells", (k, f) -> f == Format.CSV,
          "length", (k, f) -> f == Format.FIXED,
          "header", (k, f) -> f != Format.JSON,
          "trailer", (k, f) -> f != Format.JSON,
          "skip", (k, f) -> f != Format.JSON);

  private LayoutReader() {}

  static ListLayout layout(ListYaml yaml) {
    List<String> known = new ArrayList<>(ABOUT);
    known.addAll(KEYS);
    Map<String, ListYaml> keys = yaml.entries(known);
    if (!keys.containsKey("format")) {
      throw yaml.wrong("the layout says no format", "Write format: fixed, csv or json");
    }
    Format format = oneOf(keys.get("format"), Format.values());
    ONLY.forEach(
        (key, fits) -> {
          if (keys.containsKey(key) && !fits.apply(keys, format)) {
            throw keys.get(key).wrong("another format has " + key, "Remove it");
          }
        });
    Header header = header(keys.get("header"), format);
    FieldSourceReader places = new FieldSourceReader(format, header.kind());
    Map<ListField, FieldSource> fields = new EnumMap<>(ListField.class);
    if (keys.containsKey("fields")) {
      keys.get("fields")
          .entries(Arrays.stream(ListField.values()).map(ListField::key).toList())
          .forEach((key, source) -> fields.put(ListField.of(key).get(), places.source(source)));
    }
    Map<String, ListYaml> type =
        keys.containsKey("record_type")
            ? keys.get("record_type").entries(List.of("at", "match", "known"))
            : null;
    return new ListLayout(
        format,
        keys.containsKey("encoding") ? encoding(keys.get("encoding")) : StandardCharsets.UTF_8,
        keys.containsKey("delimiter") ? delimiter(keys.get("delimiter")) : ',',
        keys.containsKey("quotes") ? oneOf(keys.get("quotes"), Quotes.values()) : Quotes.RFC4180,
        header,
        keys.containsKey("trailer") ? trailer(keys.get("trailer")) : null,
        size(keys.getOrDefault("length", keys.get("cells"))),
        type == null ? null : places.type(keys.get("record_type"), type),
        type == null ? Set.of() : Set.copyOf(required(keys, type, "known").texts()),
        keys.containsKey("skip") ? patterns(keys.get("skip")) : List.of(),
        keys.containsKey("letter_o_as_zero") && keys.get("letter_o_as_zero").flag(),
        keys.containsKey("fillers") ? fillers(keys.get("fillers")) : Set.of(),
        keys.containsKey("wildcards") ? wildcards(keys.get("wildcards")) : Wildcards.USUAL,
        fields);
  }

  private static ListYaml required(
      Map<String, ListYaml> keys, Map<String, ListYaml> type, String key) {
    if (!type.containsKey(key)) {
      throw keys.get("record_type").wrong("record_type." + key + " is missing", "Add it");
    }
    return type.get(key);
  }

  static Charset encoding(ListYaml yaml) {
    try {
      return Charset.forName(yaml.text());
    } catch (IllegalArgumentException e) {
      throw yaml.wrong("encoding " + yaml.text() + " is unknown", "Write a name such as UTF-8");
    }
  }

  static char delimiter(ListYaml yaml) {
    String text = yaml.text().equals("tab") ? "\t" : yaml.text();
    if (text.length() != 1) {
      throw yaml.wrong("delimiter is not one character", "Write for example delimiter: \";\"");
    }
    if ("\"\n\r".contains(text)) {
      throw yaml.wrong("delimiter: a quote or line end cannot part columns", "Use another");
    }
    return text.charAt(0);
  }

  private static Header header(ListYaml yaml, Format format) {
    if (yaml == null) {
      return Header.NONE;
    }
    if (!yaml.isMapping()) {
      Header.Kind kind = oneOf(yaml, Header.Kind.values());
      if (kind == Header.Kind.NAMES && format != Format.CSV) {
        throw yaml.wrong("a line of " + format + " names no columns", "Write header: line");
      }
      return kind == Header.Kind.NAMES
          ? Header.NAMES
          : kind == Header.Kind.LINE ? Header.LINE : Header.NONE;
    }
    Map<String, ListYaml> keys = yaml.entries(List.of("match", "time", "zone"));
    if (!keys.containsKey("match") || keys.containsKey("time") != keys.containsKey("zone")) {
      throw yaml.wrong("header needs match, and time and zone together", "Add what is missing");
    }
    Pattern match = pattern(keys.get("match"));
    if (keys.containsKey("time") && match.matcher("").groupCount() != 1) {
      throw yaml.wrong("header.match has not one group", "Put the time into parentheses");
    }
    return new Header(
        Header.Kind.LINE,
        match,
        keys.containsKey("time") ? FieldSourceReader.date(keys.get("time")) : null,
        keys.containsKey("zone") ? FieldSourceReader.zone(keys.get("zone")) : null);
  }

  private static Trailer trailer(ListYaml yaml) {
    Pattern match = pattern(yaml);
    return new Trailer(match, match.matcher("").groupCount() > 0);
  }

  private static Size size(ListYaml yaml) {
    if (yaml == null) {
      return null;
    }
    if (!yaml.isMapping()) {
      return new Size(yaml.number(), yaml.number());
    }
    Map<String, ListYaml> keys = yaml.entries(List.of("min", "max"));
    Size size =
        new Size(
            keys.containsKey("min") ? keys.get("min").number() : 0,
            keys.containsKey("max") ? keys.get("max").number() : Integer.MAX_VALUE);
    if (size.min() > size.max()) {
      throw yaml.wrong(yaml.key() + ": min is more than max", "Correct the two");
    }
    return size;
  }

  private static List<Pattern> patterns(ListYaml yaml) {
    return yaml.texts().stream().map(text -> compiled(yaml, text)).toList();
  }

  static Pattern pattern(ListYaml yaml) {
    return compiled(yaml, yaml.text());
  }

  private static Pattern compiled(ListYaml yaml, String text) {
    try {
      return Pattern.compile(text);
    } catch (IllegalArgumentException e) {
      throw yaml.wrong(yaml.key() + " is not a regular expression", "Correct it");
    }
  }

  private static Set<String> fillers(ListYaml yaml) {
    return yaml.texts().stream()
        .map(
            text ->
                PlateText.normalise(text)
                    .orElseThrow(() -> yaml.wrong("fillers hold what is no plate", "Remove it")))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is written otherwise than usual; a character that plates are made of is none. */
  private static Wildcards wildcards(ListYaml yaml) {
    Map<String, ListYaml> keys = yaml.entries(List.of("one", "any"));
    String one = keys.containsKey("one") ? keys.get("one").text() : "";
    String any = keys.containsKey("any") ? keys.get("any").text() : "";
    String all = one + any;
    if (all.isEmpty()
        || all.chars().distinct().count() != all.length()
        || all.chars().anyMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-')) {
      throw yaml.wrong(
          "wildcards are not different characters that no plate has",
          "Write for example one: \"?.\" and any: \"*\"");
    }
    return new Wildcards(one, any);
  }

  static <E extends Enum<E>> E oneOf(ListYaml yaml, E[] constants) {
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(yaml.text())) {
        return constant;
      }
    }
    throw yaml.wrong(
        yaml.key() + ": it is none of the known values",
        "Use one of "
            + Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
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
