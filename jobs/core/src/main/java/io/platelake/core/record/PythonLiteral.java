package io.platelake.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A cell of a CSV file that a Python program wrote by printing a dictionary or a list: single
 * quotes, {@code None}, {@code True}. Only literals: strings, numbers, lists, tuples and
 * dictionaries with text keys.
 */
public final class PythonLiteral {
  private static final int DEEPEST = 32;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String text;
  private int at;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /** The value, empty when {@code text} is no literal. */
  public static Optional<JsonNode> read(String text) {
    PythonLiteral literal = new PythonLiteral(text);
    JsonNode value = literal.value(0);
    literal.skipBlanks();
    return value == null || literal.at < text.length() ? Optional.empty() : Optional.of(value);
  }

  /** Null when there is no value here. */
  private JsonNode value(int depth) {
    skipBlanks();
    if (depth > DEEPEST || at >= text.length()) {
      return null;
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> list(depth, ']');
      case '(' -> list(depth, ')');
      case '\'', '"' -> {
        String string = string();
        yield string == null ? null : NODES.textNode(string);
      }
      default -> word();
    };
  }

  private JsonNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    at++;
    while (!takes('}')) {
      if (!object.isEmpty() && !takes(',')) {
        return null;
      }
      if (takes('}')) {
        return object;
      }
      String name = at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0 ? string() : null;
      JsonNode value = name == null || !takes(':') ? null : value(depth + 1);
      if (value == null || object.replace(name, value) != null) {
        return null;
      }
    }
    return object;
  }

  private JsonNode list(int depth, char end) {
    ArrayNode list = NODES.arrayNode();
    at++;
    while (!takes(end)) {
      if (!list.isEmpty() && !takes(',')) {
        return null;
      }
      if (takes(end)) {
        return list;
      }
      JsonNode value = value(depth + 1);
      if (value == null) {
        return null;
      }
      list.add(value);
    }
    return list;
  }

  private String string() {
    char quote = text.charAt(at++);
    StringBuilder out = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return out.toString();
      }
      if (c != '\\') {
        out.append(c);
      } else if (at < text.length() && "\\'\"".indexOf(text.charAt(at)) >= 0) {
        out.append(text.charAt(at++));
      } else {
        // Other escapes stand for characters that no wanted value has.
        out.append('\uFFFD');
      }
    }
    return null;
  }

  private JsonNode word() {
    int from = at;
    while (at < text.length() && ",:]})\t ".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "None", "nan" -> NODES.nullNode();
      case "True" -> NODES.booleanNode(true);
      case "False" -> NODES.booleanNode(false);
      // As text, so that a plate of digits stays one.
      default -> Numbers.isNumber(word) ? NODES.textNode(word) : null;
    };
  }

  private boolean takes(char c) {
    skipBlanks();
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    skipBlanks();
    return there;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
