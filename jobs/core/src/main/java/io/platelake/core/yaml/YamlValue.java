package io.platelake.core.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.platelake.core.BadInput;
import io.platelake.core.record.Numbers;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One value of a YAML document with its place, read strictly. A repeated or unknown key, an alias
 * or a wrong type is a {@link BadInput} that names file, line and key.
 *
 * @param value a {@code Map<String, YamlValue>}, a {@code List<YamlValue>}, a String, or null
 */
public record YamlValue(String file, String key, int line, Object value) {
  /** A few hundred cameras fit; a file of reads given by mistake does not. */
  private static final int LONGEST = 1_000_000;

  private static final YAMLFactory YAML = new YAMLFactory();

  /** The mapping that a whole document is. */
  public static YamlValue read(String yaml, String file) {
    if (yaml.length() > LONGEST) {
      throw new YamlValue(file, "", 1, null)
          .bad("it is longer than " + LONGEST + " characters", "Give a definition, not data");
    }
    try (YAMLParser parser = YAML.createParser(yaml)) {
      if (parser.nextToken() == null) {
        throw new YamlValue(file, "", 1, null).bad("it is empty", "Write the definition into it");
      }
      YamlValue root = value(parser, file, "");
      if (parser.nextToken() != null) {
        throw new YamlValue(file, "", lineOf(parser), null)
            .bad("a second document starts here", "Keep one document a file");
      }
      return root;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new YamlValue(file, "", line, null)
          .bad("it is not well-formed YAML", "Check indentation, colons and quotes at that line");
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
  }

  public BadInput bad(String why, String remedy) {
    String place = file + ", line " + line + (key.isEmpty() ? "" : ", key " + key);
    return new BadInput(place, why, remedy);
  }

  /** The entries of a mapping that may hold only {@code allowed} keys; null values are absent. */
  public Map<String, YamlValue> object(String... allowed) {
    List<String> known = Arrays.asList(allowed);
    Map<String, YamlValue> entries = entries();
    for (YamlValue entry : entries.values()) {
      String name = entry.key().substring(key.isEmpty() ? 0 : key.length() + 1);
      if (!known.contains(name)) {
        throw entry.bad("unknown key", "Known here: " + String.join(", ", known));
      }
    }
    entries.values().removeIf(entry -> entry.value() == null);
    return entries;
  }

  /** The entries of a mapping with any keys. */
  @SuppressWarnings("unchecked")
  public Map<String, YamlValue> entries() {
    if (value instanceof Map<?, ?> map) {
      return new LinkedHashMap<>((Map<String, YamlValue>) map);
    }
    throw bad("a mapping is needed", "Write keys and values under it");
  }

  /** The elements of a list; a single value is a list of one. */
  @SuppressWarnings("unchecked")
  public List<YamlValue> list() {
    return value instanceof List<?> list ? (List<YamlValue>) list : List.of(this);
  }

  public boolean isObject() {
    return value instanceof Map<?, ?>;
  }

  /** A scalar, not blank. */
  public String text() {
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    throw bad("a text is needed", "Write one plain value");
  }

  /** A scalar of letters, digits, hyphens and underscores, as ids are. */
  public String id() {
    if (text().matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
      return text();
    }
    throw bad("not an id", "Use 1 to 64 letters, digits, - and _, a letter or digit first");
  }

  public boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad("true or false is needed", "Write one of the two");
    };
  }

  public double number() {
    Double number = Numbers.parse(text());
    if (number == null || number.isNaN()) {
      throw bad("a number is needed", "Write digits with a decimal point");
    }
    return number;
  }

  /** A constant by its lower-case name. */
  public <E extends Enum<E>> E oneOf(List<E> constants) {
    Optional<E> named =
        constants.stream()
            .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text()))
            .findFirst();
    return named.orElseThrow(
        () ->
            bad(
                "not one of the known values",
                "Known: "
                    + constants.stream()
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
  }

  private static YamlValue value(YAMLParser parser, String file, String key) throws IOException {
    int line = lineOf(parser);
    if (parser.isCurrentAlias()) {
      throw new YamlValue(file, key, line, null).bad("aliases are not read", "Write the value out");
    }
    Object value =
        switch (parser.currentToken()) {
          case START_OBJECT -> object(parser, file, key);
          case START_ARRAY -> array(parser, file, key);
          case VALUE_NULL -> null;
          default -> parser.getText();
        };
    return new YamlValue(file, key, line, value);
  }

  private static Map<String, YamlValue> object(YAMLParser parser, String file, String key)
      throws IOException {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int line = lineOf(parser);
      parser.nextToken();
      String path = key.isEmpty() ? name : key + "." + name;
      YamlValue entry = value(parser, file, path);
      if (entries.put(name, new YamlValue(file, path, line, entry.value())) != null) {
        throw new YamlValue(file, path, line, null).bad("the key comes twice", "Keep one of them");
      }
    }
    return entries;
  }

  private static List<YamlValue> array(YAMLParser parser, String file, String key)
      throws IOException {
    List<YamlValue> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser, file, key + "[" + elements.size() + "]"));
    }
    return elements;
  }

  private static int lineOf(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  /** The value of a key that must be there. */
  public static YamlValue required(YamlValue parent, Map<String, YamlValue> keys, String name) {
    YamlValue value = keys.get(name);
    if (value == null) {
      throw parent.bad("key " + name + " is missing", "Add it");
    }
    return value;
  }

  /** A time zone by its IANA id. */
  public static ZoneId zone(YamlValue value) {
    try {
      return ZoneId.of(value.text());
    } catch (DateTimeException e) {
      throw value.bad("not a time zone", "Use an IANA id such as America/Los_Angeles or UTC");
    }
  }
}
