package io.platelake.core.hotlist;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.platelake.core.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads the text of one definition token by token, so that each error knows its line. */
final class ListDefinitionReader {
  private static final Set<String> TEXT_KEYS =
      Set.of("id", "agency", "purpose", "source", "format", "delimiter", "encoding");

  // A column may be headed No or On, which YAML 1.1 takes for booleans.
  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS).build();

  private final JsonParser yaml;
  private final String fileName;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<ListField, String> columns = new EnumMap<>(ListField.class);
  private char delimiter = ListDefinition.DEFAULT_DELIMITER;
  private Charset encoding = ListDefinition.DEFAULT_ENCODING;
  private boolean letterOAsZero;

  private ListDefinitionReader(JsonParser yaml, String fileName) {
    this.yaml = yaml;
    this.fileName = fileName;
  }

  static ListDefinition read(String text, String fileName) {
    try (JsonParser yaml = YAML.createParser(text)) {
      return new ListDefinitionReader(yaml, fileName).definition();
    } catch (JsonProcessingException e) {
      throw new BadInput(
          fileName + ", line " + line(e), "it is no well-formed YAML", "Correct the line.");
    } catch (IOException e) {
      throw new UncheckedIOException("reading a text in memory", e);
    }
  }

  private static int line(JsonProcessingException e) {
    // Jackson's own location is that of the last good token, which may stand lines before.
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return marked.getProblemMark().getLine() + 1;
    }
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }

  private ListDefinition definition() throws IOException {
    if (yaml.nextToken() != JsonToken.START_OBJECT) {
      throw wrong("a hot-list definition is a mapping of keys", "Write lines such as id: my-list.");
    }
    Set<String> seen = new HashSet<>();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      readKey(nextKey(seen, ""));
    }
    if (yaml.nextToken() != null) {
      throw wrong("more follows after the definition", "Keep one definition in a file.");
    }
    try {
      return new ListDefinition(
          texts.get("id"),
          texts.get("agency"),
          texts.get("purpose"),
          texts.get("source"),
          texts.get("format"),
          delimiter,
          encoding,
          letterOAsZero,
          columns);
    } catch (IllegalArgumentException e) {
      throw new BadInput(fileName, e.getMessage(), "Correct the definition.");
    }
  }

  private void readKey(String key) throws IOException {
    yaml.nextToken();
    if (key.equals("columns")) {
      readColumns();
    } else if (key.equals("letter_o_as_zero")) {
      if (!yaml.currentToken().isBoolean()) {
        throw wrong("letter_o_as_zero is not true or false", "Write true or false.");
      }
      letterOAsZero = yaml.getBooleanValue();
    } else if (TEXT_KEYS.contains(key)) {
      readText(key, text(key));
    } else {
      throw wrong("unknown key " + key, "Correct its spelling or remove it.");
    }
  }

  private void readText(String key, String value) {
    if (key.equals("delimiter")) {
      if (value.length() != 1) {
        throw wrong("delimiter is not one character", "Write for example delimiter: \";\".");
      }
      delimiter = value.charAt(0);
    } else if (key.equals("encoding")) {
      try {
        encoding = Charset.forName(value);
      } catch (IllegalArgumentException e) {
        throw wrong("encoding " + value + " is unknown", "Write a name such as UTF-8.");
      }
    } else {
      texts.put(key, value);
    }
  }

  private void readColumns() throws IOException {
    if (yaml.currentToken() != JsonToken.START_OBJECT) {
      throw wrong("columns is not a mapping", "Write canonical fields with header names under it.");
    }
    Set<String> seen = new HashSet<>();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      String key = nextKey(seen, "columns.");
      ListField field =
          ListField.of(key)
              .orElseThrow(
                  () -> wrong("unknown key columns." + key, "Use one of the canonical fields."));
      yaml.nextToken();
      columns.put(field, text("columns." + key));
    }
  }

  private String nextKey(Set<String> seen, String prefix) throws IOException {
    String key = yaml.currentName();
    if (!seen.add(key)) {
      throw wrong("key " + prefix + key + " is given twice", "Keep one of the two.");
    }
    return key;
  }

  private String text(String key) throws IOException {
    JsonToken token = yaml.currentToken();
    if ((token != JsonToken.VALUE_STRING && !token.isNumeric()) || yaml.getText().isEmpty()) {
      throw wrong(key + " has no text value", "Give it one, in quotes if need be.");
    }
    return yaml.getText();
  }

  /** An error at the current line. */
  private BadInput wrong(String why, String remedy) {
    return new BadInput(
        fileName + ", line " + Math.max(1, yaml.currentTokenLocation().getLineNr()), why, remedy);
  }
}
