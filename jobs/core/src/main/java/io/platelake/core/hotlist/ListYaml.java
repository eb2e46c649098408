package io.platelake.core.hotlist;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.platelake.core.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * One value of a definition or layout with its place, read strictly. A repeated key, an alias or a
 * second document is a {@link BadInput} that names file and line.
 *
 * @param key path of the value, empty for the whole document
 * @param value a {@code Map<String, ListYaml>}, a {@code List<ListYaml>}, a String (also of a
 *     number), a Boolean, or null
 */
record ListYaml(String file, String key, int line, Object value) {
  // A column may be headed No or On, which YAML 1.1 takes for booleans.
  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  /** The mapping that a whole document is. */
  static ListYaml read(String text, String file) {
    try (YAMLParser yaml = YAML.createParser(text)) {
      if (yaml.nextToken() != JsonToken.START_OBJECT) {
        throw new ListYaml(file, "", 1, null)
            .wrong("a hot-list definition is a mapping of keys", "Write lines such as id: my-list");
      }
      ListYaml root = value(yaml, file, "");
      if (yaml.nextToken() != null) {
        throw new ListYaml(file, "", lineOf(yaml), null)
            .wrong("more follows after the definition", "Keep one definition in a file");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new BadInput(
          file + ", line " + lineOf(e), "it is no well-formed YAML", "Correct the line.");
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
  }

  /** An error at this value. */
  BadInput wrong(String why, String remedy) {
    return new BadInput(file + ", line " + Math.max(1, line), why, remedy + ".");
  }

  boolean isMapping() {
    return value instanceof Map<?, ?>;
  }

  boolean isText() {
    return value instanceof String;
  }

  /** The entries of a mapping, in the order of the file. */
  @SuppressWarnings("unchecked")
  Map<String, ListYaml> entries() {
    if (value instanceof Map<?, ?> map) {
      return new LinkedHashMap<>((Map<String, ListYaml>) map);
    }
    throw wrong(key + " is not a mapping", "Write keys with values under it");
  }

  /** The entries of a mapping that may hold these keys only. */
  Map<String, ListYaml> entries(List<String> known) {
    Map<String, ListYaml> entries = entries();
    entries.forEach(
        (name, entry) -> {
          if (!known.contains(name)) {
            throw entry.wrong(
                "unknown key " + entry.key,
                "Correct its spelling or remove it; known here: " + String.join(", ", known));
          }
        });
    return entries;
  }

  /** The elements of a list; a single text is a list of one. */
  @SuppressWarnings("unchecked")
  List<String> texts() {
    if (value instanceof List<?> list) {
      return ((List<ListYaml>) list).stream().map(ListYaml::text).toList();
    }
    return List.of(text());
  }

  /** A text or a number, not empty. */
  String text() {
    if (value instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw wrong(key + " has no text value", "Give it one, in quotes if need be");
  }

  boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(key + " is not true or false", "Write true or false");
  }

  /** A whole number, 0 or more. */
  int number() {
    if (text().matches("\\d{1,6}")) {
      return Integer.parseInt(text());
    }
    throw wrong(key + " is not a whole number", "Write digits only");
  }

  private static ListYaml value(YAMLParser yaml, String file, String key) throws IOException {
    int line = lineOf(yaml);
    if (yaml.isCurrentAlias()) {
      throw new ListYaml(file, key, line, null)
          .wrong("aliases are not read", "Write the value out");
    }
    Object value =
        switch (yaml.currentToken()) {
          case START_OBJECT -> mapping(yaml, file, key);
          case START_ARRAY -> list(yaml, file, key);
          case VALUE_TRUE, VALUE_FALSE -> yaml.getBooleanValue();
          case VALUE_NULL -> null;
          default -> yaml.getText();
        };
    return new ListYaml(file, key, line, value);
  }

  private static Map<String, ListYaml> mapping(YAMLParser yaml, String file, String key)
      throws IOException {
    Map<String, ListYaml> entries = new LinkedHashMap<>();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      String name = yaml.currentName();
      String path = key.isEmpty() ? name : key + "." + name;
      ListYaml at = new ListYaml(file, path, lineOf(yaml), null);
      if (entries.containsKey(name)) {
        throw at.wrong("key " + path + " is given twice", "Keep one of the two");
      }
      yaml.nextToken();
      entries.put(name, new ListYaml(file, path, at.line, value(yaml, file, path).value));
    }
    return entries;
  }

  private static List<ListYaml> list(YAMLParser yaml, String file, String key) throws IOException {
    List<ListYaml> elements = new ArrayList<>();
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(yaml, file, key));
    }
    return elements;
  }

  private static int lineOf(JsonParser yaml) {
    return yaml.currentTokenLocation().getLineNr();
  }

  private static int lineOf(JsonProcessingException e) {
    // Jackson's own location is that of the last good token, which may be lines earlier.
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return marked.getProblemMark().getLine() + 1;
    }
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }
}
